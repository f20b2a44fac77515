import { z } from "zod";
import { type SnapshotInfo, snapshotInfo } from "../../../plan/contract.ts";
import type { App, Desk } from "../desk.ts";
import { doneAlready, once } from "../once.ts";
import { day } from "./asked.ts";

const deviation = z.strictObject({ fact: z.string(), onlyInRecords: z.int(), onlyInWarehouse: z.int() });

/** Pinned snapshots, and the warehouse they are taken of. */
export function snapshotRoutes(app: App, desk: Desk): void {
  app.get(
    "/snapshots",
    {
      schema: {
        summary: "The pinned snapshots",
        response: { 200: z.strictObject({ snapshots: z.array(snapshotInfo) }) },
      },
    },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "plan.read");
      return { snapshots: [...(await desk.snapshots({ municipality }))] };
    },
  );

  app.post(
    "/snapshots",
    {
      schema: {
        summary: "Pin a snapshot",
        body: z.strictObject({ name: z.string().max(61), asOf: day }),
        response: { 200: snapshotInfo },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "snapshot.make");
      const deed = { request, session };
      return desk.snapshot(
        { ...request.body, municipality: session.municipality },
        { done: () => doneAlready<SnapshotInfo>(desk, deed), register: (insert) => once(desk, deed, insert) },
      );
    },
  );

  app.post(
    "/warehouse/rebuild",
    { schema: { summary: "Build the warehouse anew", response: { 200: z.strictObject({ ok: z.literal(true) }) } } },
    async (request) => {
      await desk.rebuild(await desk.access.allowed(request, "warehouse.maintain"));
      return { ok: true as const };
    },
  );

  app.post(
    "/warehouse/verify",
    {
      schema: {
        summary: "Compare the warehouse with the records",
        response: { 200: z.strictObject({ deviations: z.array(deviation), changedSnapshots: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "warehouse.maintain");
      return {
        deviations: [...(await desk.verify({ municipality }))],
        changedSnapshots: [...(await desk.changedSnapshots({ municipality }))],
      };
    },
  );
}
