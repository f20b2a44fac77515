import { z } from "zod";
import {
  newView,
  putAwayView,
  type SavedViews,
  savedViews,
  saveView,
  type Viewer,
  viewsFor,
} from "../../../duties/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { once } from "../once.ts";

/** Views of My day that are saved under a name. No person is in them. */
export function savedViewRoutes(app: App, desk: Desk): void {
  app.get(
    "/my-day/views",
    { schema: { summary: "Saved views of My day", response: { 200: savedViews } } },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.read");
      return inTenant(desk.runtime.db, session, (tx) => answerFor(tx, viewerIn(session)));
    },
  );

  app.post(
    "/my-day/views",
    { schema: { summary: "Save a view of My day", body: newView, response: { 200: savedViews } } },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.read");
      const viewer = viewerIn(session);
      if (request.body.isShared && viewer.units.length === 0) throw refuse(400, "no_unit_to_share");
      return once(desk, { request, session }, async (tx) => {
        if (!(await saveView(tx, viewer, request.body))) throw refuse(409, "view_named_so");
        return answerFor(tx, viewer);
      });
    },
  );

  app.delete(
    "/my-day/views/:view",
    {
      schema: {
        summary: "Take a saved view away",
        params: z.object({ view: z.uuid() }),
        response: { 200: savedViews },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.read");
      const viewer = viewerIn(session);
      return once(desk, { request, session }, async (tx) => {
        if (!(await putAwayView(tx, viewer, request.params.view))) throw refuse(404, "not_found");
        return answerFor(tx, viewer);
      });
    },
  );
}

/** Somebody with the whole municipality in sight has no unit of their own to share with. */
function viewerIn({ user, units }: Session): Viewer {
  return { owner: user, units: units.filter((one) => one !== "*") };
}

async function answerFor(tx: Tx, viewer: Viewer): Promise<SavedViews> {
  return { mayShare: viewer.units.length > 0, views: [...(await viewsFor(tx, viewer))] };
}
