import { z } from "zod";
import { reachOf } from "../../../organisation/public.ts";
import { goalNote } from "../../../plan/contract.ts";
import { asNote, editNote, findNote, insertNote, listNotes, withdrawNote } from "../../../plan/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { once } from "../once.ts";
import { goalParams, ownPlan } from "./asked.ts";

const noteBody = z.strictObject({ kind: z.enum(["comment", "decision"]), text: z.string().trim().min(1).max(10_000) });
const noteParams = goalParams.extend({ note: z.string().max(60) });
const editBody = noteBody.omit({ kind: true }).extend({ version: z.string().regex(/^\d{1,9}$/) });
const notesAnswer = z.strictObject({
  notes: z.array(goalNote),
  mayWrite: z.strictObject({ comment: z.boolean(), decision: z.boolean() }),
});

/** What was said and decided about a goal (PLAN-19). */
export function noteRoutes(app: App, desk: Desk): void {
  app.get(
    "/plans/:plan/goals/:goal/notes",
    { schema: { summary: "Comments and decisions on a goal", params: goalParams, response: { 200: notesAnswer } } },
    async (request) => {
      const session = await desk.access.allowed(request, "plan.read");
      const plan = ownPlan(desk, session, request.params.plan);
      const rows = await inTenant(desk.runtime.db, session, (tx) => listNotes(tx, plan, request.params.goal));
      return {
        notes: rows.map((row) => asNote(row, { author: session.user, mayWithdraw: true })),
        mayWrite: {
          comment: reachOf(session.role, "plan.comment") !== "none",
          decision: reachOf(session.role, "plan.decide") !== "none",
        },
      };
    },
  );

  app.post(
    "/plans/:plan/goals/:goal/notes",
    {
      schema: {
        summary: "Write a comment or a decision",
        params: goalParams,
        body: noteBody,
        response: { 200: goalNote },
      },
    },
    async (request) => {
      const { kind, text } = request.body;
      const session = await desk.access.allowed(request, kind === "decision" ? "plan.decide" : "plan.comment");
      const plan = ownPlan(desk, session, request.params.plan);
      const { goal } = request.params;
      if (!(await desk.placeOf({ plan })).plan.goals.some(({ id }) => id === goal)) throw refuse(404, "not_found");
      const note = { plan, goal, kind, body: text, author: session.user, role: session.role };
      return once(desk, { request, session }, async (tx) =>
        asNote(await insertNote(tx, note), { author: session.user, mayWithdraw: true }),
      );
    },
  );

  app.delete(
    "/plans/:plan/goals/:goal/notes/:note",
    {
      schema: {
        summary: "Withdraw a note of one's own",
        params: noteParams,
        response: { 200: z.strictObject({ withdrawn: z.boolean() }) },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "plan.read");
      const which = {
        plan: ownPlan(desk, session, request.params.plan),
        id: request.params.note,
        author: session.user,
      };
      return once(desk, { request, session }, async (tx) => {
        if (!(await withdrawNote(tx, which))) throw refuse(404, "not_found");
        return { withdrawn: true };
      });
    },
  );

  editRoute(app, desk);
}

/** A comment can be mended by its writer, who names the text they saw. */
function editRoute(app: App, desk: Desk): void {
  app.patch(
    "/plans/:plan/goals/:goal/notes/:note",
    {
      schema: {
        summary: "Change a comment of one's own",
        params: noteParams,
        body: editBody,
        response: { 200: goalNote },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "plan.comment");
      const plan = ownPlan(desk, session, request.params.plan);
      const { text, version } = request.body;
      const edit = { plan, id: request.params.note, author: session.user, version: Number(version), body: text };
      return once(desk, { request, session }, async (tx) => {
        const row = await editNote(tx, edit);
        if (!row) throw await notEdited(tx, edit);
        return asNote(row, { author: session.user, mayWithdraw: true });
      });
    },
  );
}

/** Why a comment was not changed: it is not there for this author, or it says something else by now. */
async function notEdited(
  tx: Tx,
  edit: { readonly plan: string; readonly id: string; readonly author: string },
): Promise<Error> {
  const present = await findNote(tx, edit);
  if (present?.author !== edit.author || present.kind !== "comment") return refuse(404, "not_found");
  const { text, version, author, at, editedAt } = asNote(present, { author: edit.author, mayWithdraw: true });
  return editConflict({ version, values: { text }, who: author, when: editedAt ?? at });
}
