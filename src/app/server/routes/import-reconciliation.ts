import { z } from "zod";
import { reconciliationView } from "../../../imports/contract.ts";
import { reconciliationFile, startReconciliation, viewReconciliation } from "../../../imports/public.ts";
import type { App, Desk } from "../desk.ts";
import { once } from "../once.ts";
import { asDownload, fileQuery } from "./download.ts";
import { byOf, importParams } from "./imports.ts";

const FILE = { da: "afstemning", en: "reconciliation" } as const;

/** The files of an import beside the records: asked for, followed, and its differences as a file. */
export function importReconciliationRoutes(app: App, desk: Desk): void {
  app.post(
    "/imports/:import/reconcile",
    {
      schema: {
        summary:
          "Ask for the files of an import to be compared with the records, which changes nothing; it is done as a job",
        params: importParams,
        response: { 200: z.strictObject({ ok: z.literal(true) }) },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const answer = await once(desk, { request, session }, async (tx) => {
        await startReconciliation(tx, key, byOf(session));
        return { ok: true as const };
      });
      await desk.startImport(key, session.user);
      return answer;
    },
  );

  app.get(
    "/imports/:import/reconciliation",
    {
      schema: {
        summary: "The newest comparison of an import with the records: how far it is, or what it found",
        params: importParams,
        response: { 200: z.strictObject({ reconciliation: reconciliationView.nullable() }) },
      },
    },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "import.run");
      return { reconciliation: await viewReconciliation(desk.imports, { municipality, batch: request.params.import }) };
    },
  );

  app.get(
    "/imports/:import/reconciliation/file",
    {
      schema: {
        summary: "Every listed difference of the newest comparison (CSV or XLSX)",
        params: importParams,
        querystring: fileQuery,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const { format, language } = request.query;
      const content = await reconciliationFile(desk.imports, key, { format, language, by: byOf(session) });
      return asDownload(reply, { name: `${FILE[language]}.${format}`, format }).send(content);
    },
  );
}
