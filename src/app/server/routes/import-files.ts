import { z } from "zod";
import { mapping, preview } from "../../../imports/contract.ts";
import { leaveFileOut, mapFileAs, previewMapping, rejectedFile } from "../../../imports/public.ts";
import type { App, Desk } from "../desk.ts";
import { once } from "../once.ts";
import { asDownload, fileQuery } from "./download.ts";
import { byOf, checkingAnswer, importParams } from "./imports.ts";

const fileParams = importParams.extend({ file: z.coerce.number().int().min(1).max(10_000) });

/** The files of an import: how they are understood, whether they take part, and their rejected rows as a file. */
export function importFileRoutes(app: App, desk: Desk): void {
  app.post(
    "/imports/:import/files/:file/preview",
    {
      schema: {
        summary: "The first rows of a file as a mapping reads them",
        params: fileParams,
        body: z.strictObject({ mapping: mapping.nullable() }),
        response: { 200: preview },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const { file } = request.params;
      return previewMapping(desk.imports, key, { file, mapping: request.body.mapping, by: byOf(session) });
    },
  );

  app.post(
    "/imports/:import/files/:file/mapping",
    {
      schema: {
        summary: "Say how a file is understood; it is remembered for files with the same columns",
        params: fileParams,
        body: z.strictObject({ mapping }),
        response: { 200: checkingAnswer },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const asked = { file: request.params.file, mapping: request.body.mapping, by: byOf(session) };
      const answer = await once(desk, { request, session }, async (tx) => ({
        checking: await mapFileAs(tx, { imports: desk.imports, key }, asked),
      }));
      if (answer.checking) await desk.startImport(key, session.user);
      return answer;
    },
  );

  app.post(
    "/imports/:import/files/:file/leave-out",
    {
      schema: {
        summary: "Leave a file out of the import, or take it in again",
        params: fileParams,
        body: z.strictObject({ leftOut: z.boolean() }),
        response: { 200: checkingAnswer },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const asked = { file: request.params.file, leftOut: request.body.leftOut, by: byOf(session) };
      const answer = await once(desk, { request, session }, async (tx) => ({
        checking: await leaveFileOut(tx, key, asked),
      }));
      if (answer.checking) await desk.startImport(key, session.user);
      return answer;
    },
  );

  rejectedRoute(app, desk);
}

function rejectedRoute(app: App, desk: Desk): void {
  app.get(
    "/imports/:import/files/:file/rejected",
    {
      schema: {
        summary: "The rejected rows of a file in its own columns, with what is wrong (CSV or XLSX)",
        params: fileParams,
        querystring: fileQuery,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const asked = { ...request.query, file: request.params.file, by: byOf(session) };
      const { name, content } = await rejectedFile(desk.imports, key, asked);
      return asDownload(reply, { name, format: request.query.format }).send(content);
    },
  );
}
