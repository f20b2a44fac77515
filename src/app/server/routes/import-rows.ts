import { z } from "zod";
import { batchRemark, finding, rowsPage, rowVerdict, setAsideRow } from "../../../imports/contract.ts";
import { correctCell, readFindings, readRows, setAside, takeInAgain, undoCell } from "../../../imports/public.ts";
import type { App, Desk } from "../desk.ts";
import { once } from "../once.ts";
import { byOf, checkingAnswer, importParams } from "./imports.ts";

const file = z.int().min(1).max(10_000);
const line = z.int().min(0).max(100_000_000);
const cell = { file, line, place: z.int().min(0).max(2_000) };
const rowsQuery = z.object({
  file: z.coerce.number().int().min(1).max(10_000).optional(),
  verdict: rowVerdict.optional(),
  code: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  descending: z.enum(["true", "false"]).default("false"),
});
const correctedRow = z.strictObject({
  cells: z.array(z.string()),
  problems: rowsPage.shape.rows.element.shape.problems,
  checking: z.boolean(),
});

/** The rows of a checked import: look, correct in place, set aside. */
export function importRowRoutes(app: App, desk: Desk): void {
  app.get(
    "/imports/:import/findings",
    {
      schema: {
        summary: "The problems and remarks of a checked import, alike ones together, and the rows set aside",
        params: importParams,
        response: {
          200: z.strictObject({
            findings: z.array(finding),
            remarks: z.array(batchRemark),
            setAside: z.array(setAsideRow),
          }),
        },
      },
    },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "import.read");
      const found = await readFindings(desk.imports, { municipality, batch: request.params.import });
      return { findings: [...found.findings], remarks: [...found.remarks], setAside: [...found.setAside] };
    },
  );

  app.get(
    "/imports/:import/rows",
    {
      schema: {
        summary: "A page of rows with what the check said of them",
        params: importParams,
        querystring: rowsQuery,
        response: { 200: rowsPage },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const { file: number, verdict, code, page, descending } = request.query;
      return readRows(
        desk.imports,
        { municipality: session.municipality, batch: request.params.import },
        {
          file: number ?? null,
          verdict: verdict ?? null,
          code: code ?? null,
          page,
          descending: descending === "true",
          by: byOf(session),
        },
      );
    },
  );

  cellRoutes(app, desk);
  asideRoutes(app, desk);
}

function cellRoutes(app: App, desk: Desk): void {
  app.post(
    "/imports/:import/cells",
    {
      schema: {
        summary: "Correct a cell in place; `was` is what was seen there",
        params: importParams,
        body: z.strictObject({ ...cell, was: z.string().max(100_000), value: z.string().max(10_000) }),
        response: { 200: correctedRow },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const { was, value, ...place } = request.body;
      const answer = await once(desk, { request, session }, (tx) =>
        correctCell(tx, { imports: desk.imports, key }, { cell: place, was, value, by: byOf(session) }),
      );
      if (answer.checking) await desk.startImport(key, session.user);
      return { ...answer, cells: [...answer.cells], problems: [...answer.problems] };
    },
  );

  app.post(
    "/imports/:import/cells/undo",
    {
      schema: {
        summary: "Take the latest correction of a cell back",
        params: importParams,
        body: z.strictObject(cell),
        response: { 200: correctedRow },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const answer = await once(desk, { request, session }, (tx) =>
        undoCell(tx, { imports: desk.imports, key }, { cell: request.body, by: byOf(session) }),
      );
      if (answer.checking) await desk.startImport(key, session.user);
      return { ...answer, cells: [...answer.cells], problems: [...answer.problems] };
    },
  );
}

function asideRoutes(app: App, desk: Desk): void {
  app.post(
    "/imports/:import/set-aside",
    {
      schema: {
        summary: "Set rejected rows aside by name with a reason, or accept rows that break a soft rule",
        params: importParams,
        body: z.strictObject({
          file,
          lines: z.array(line).min(1).max(2_000),
          kind: z.enum(["set_aside", "accepted"]),
          reason: z.string().trim().min(1).max(1_000),
        }),
        response: { 200: checkingAnswer },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const answer = await once(desk, { request, session }, async (tx) => ({
        checking: await setAside(tx, key, { ...request.body, by: byOf(session) }),
      }));
      if (answer.checking) await desk.startImport(key, session.user);
      return answer;
    },
  );

  app.post(
    "/imports/:import/take-in",
    {
      schema: {
        summary: "Take in again a row that was set aside or accepted",
        params: importParams,
        body: z.strictObject({ file, line }),
        response: { 200: checkingAnswer },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "import.run");
      const key = { municipality: session.municipality, batch: request.params.import };
      const answer = await once(desk, { request, session }, async (tx) => ({
        checking: await takeInAgain(tx, { ...key, ...request.body }, byOf(session)),
      }));
      if (answer.checking) await desk.startImport(key, session.user);
      return answer;
    },
  );
}
