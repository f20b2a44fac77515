import { z } from "zod";
import { reachOf } from "../../../organisation/public.ts";
import { goalNote } from "../../../plan/contract.ts";
import { asNote, insertNote, listNotes, withdrawNote } from "../../../plan/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { goalParams, ownPlan } from "./asked.ts";

const noteBody = z.strictObject({ kind: z.enum(["comment", "decision"]), text: z.string().trim().min(1).max(10_000) });
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
      const row = await inTenant(desk.runtime.db, session, (tx) => insertNote(tx, note));
      return asNote(row, { author: session.user, mayWithdraw: true });
    },
  );

  app.delete(
    "/plans/:plan/goals/:goal/notes/:note",
    {
      schema: {
        summary: "Withdraw a note of one's own",
        params: goalParams.extend({ note: z.string().max(60) }),
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
      const withdrawn = await inTenant(desk.runtime.db, session, (tx) => withdrawNote(tx, which));
      if (!withdrawn) throw refuse(404, "not_found");
      return { withdrawn };
    },
  );
}
