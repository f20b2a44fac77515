import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { batchLine, batchView, factLayout, rememberedMapping } from "../../../imports/contract.ts";
import {
  type By,
  cancelWork,
  forgetMapping,
  giveUpBatch,
  type Incoming,
  layoutsOf,
  readBatches,
  readRemembered,
  receiveFiles,
  startCheck,
  startRun,
  startUndo,
  viewBatch,
} from "../../../imports/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { isDiscreet } from "../access.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { once } from "../once.ts";
import { expectations } from "../texts.ts";

export const importParams = z.object({ import: z.uuid() });
export const checkingAnswer = z.strictObject({ checking: z.boolean() });
const done = z.strictObject({ ok: z.literal(true) });
const OK = { ok: true as const };

/** Who imports, from their session. */
export function byOf({ municipality, user, role }: Session): By {
  return { municipality, user, role };
}

/** Imports as a whole: upload, look, check, run, take back. */
export function importRoutes(app: App, desk: Desk): void {
  app.get(
    "/imports",
    { schema: { summary: "The newest imports", response: { 200: z.strictObject({ imports: z.array(batchLine) }) } } },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "import.read");
      return { imports: [...(await readBatches(desk.imports, municipality))] };
    },
  );

  app.post(
    "/imports",
    {
      schema: {
        summary: "Upload files as one import (multipart/form-data); the same files as an open import are that import",
        response: { 200: z.strictObject({ id: z.string(), known: z.boolean() }) },
      },
    },
    async (request) => {
      const by = byOf(await desk.access.allowed(request, "import.run"));
      if (!request.isMultipart()) throw refuse(400, "bad_request", [{ pointer: "/body", message: expectations.files }]);
      const { batch, known } = await receiveFiles(desk.imports, by, { files: incoming(request.files()) });
      await desk.checkImport({ municipality: by.municipality, batch }, by);
      return { id: batch, known };
    },
  );

  app.get(
    "/imports/layouts",
    {
      schema: {
        summary: "The kinds of facts files can fill, with their fields",
        response: { 200: z.strictObject({ facts: z.array(factLayout) }) },
      },
    },
    async (request) => {
      await desk.access.allowed(request, "import.read");
      return { facts: [...layoutsOf(desk.imports)] };
    },
  );

  mappingRoutes(app, desk);
  workRoutes(app, desk);
}

function mappingRoutes(app: App, desk: Desk): void {
  app.get(
    "/imports/mappings",
    {
      schema: {
        summary: "The remembered mappings",
        response: { 200: z.strictObject({ mappings: z.array(rememberedMapping) }) },
      },
    },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "import.read");
      return { mappings: [...(await readRemembered(desk.imports, municipality))] };
    },
  );

  app.delete(
    "/imports/mappings/:mapping",
    { schema: { summary: "Forget a mapping", params: z.object({ mapping: z.uuid() }), response: { 200: done } } },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      return once(desk, { request, session }, async (tx) => {
        await forgetMapping(tx, { id: request.params.mapping, by: byOf(session) });
        return OK;
      });
    },
  );
}

function workRoutes(app: App, desk: Desk): void {
  app.get(
    "/imports/:import",
    { schema: { summary: "An import with its files", params: importParams, response: { 200: batchView } } },
    async (request) => {
      const session = await desk.access.allowed(request, "import.read");
      const key = { municipality: session.municipality, batch: request.params.import };
      const view = await viewBatch(desk.imports, key);
      return isDiscreet(session) ? { ...view, moved: null } : view;
    },
  );

  askingRoutes(app, desk);
  stoppingRoutes(app, desk);
}

function askingRoutes(app: App, desk: Desk): void {
  app.post(
    "/imports/:import/check",
    { schema: { summary: "Check an import", params: importParams, response: { 200: done } } },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const by = byOf(session);
      const answer = await once(desk, { request, session }, async (tx) => {
        await startCheck(tx, key, by);
        return OK;
      });
      await desk.startImport(key, by.user);
      return answer;
    },
  );

  app.post(
    "/imports/:import/run",
    {
      schema: {
        summary: "Store a checked import, as it was seen",
        params: importParams,
        body: z.strictObject({ version: z.string().max(20) }),
        response: { 200: done },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const by = byOf(session);
      const answer = await once(desk, { request, session }, async (tx) => {
        await startRun(tx, key, { by, version: request.body.version });
        return OK;
      });
      await desk.startImport(key, by.user);
      return answer;
    },
  );
}

function stoppingRoutes(app: App, desk: Desk): void {
  const stopped = async (request: FastifyRequest, id: string, deed: typeof cancelWork): Promise<typeof OK> => {
    const session = await desk.access.allowed(request, "import.run");
    return once(desk, { request, session }, async (tx) => {
      await deed(tx, { municipality: session.municipality, batch: id });
      return OK;
    });
  };
  const answers = { params: importParams, response: { 200: done } };

  app.post(
    "/imports/:import/cancel",
    { schema: { summary: "Stop the check or import under way before anything is stored", ...answers } },
    (request) => stopped(request, request.params.import, cancelWork),
  );

  app.post(
    "/imports/:import/give-up",
    { schema: { summary: "Drop an import that is not stored, with the contents of its files", ...answers } },
    (request) => stopped(request, request.params.import, giveUpBatch),
  );

  app.post(
    "/imports/:import/undo",
    {
      schema: {
        summary: "Take a stored import back; it is done as a job, and the import says how it went",
        params: importParams,
        response: { 200: done },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.undo");
      const key = { municipality: session.municipality, batch: request.params.import };
      const answer = await once(desk, { request, session }, async (tx) => {
        await startUndo(tx, key, byOf(session));
        return OK;
      });
      await desk.startImport(key, session.user);
      return answer;
    },
  );
}

async function* incoming(
  parts: AsyncIterable<{ readonly filename: string; readonly file: AsyncIterable<Buffer> }>,
): AsyncGenerator<Incoming> {
  for await (const { filename, file } of parts) yield { name: filename, bytes: file };
}
