import { asNote, asSeenBy, contentOf, listNotes } from "../plan/public.ts";
import { inTenant } from "../platform/db/public.ts";
import { isoDay } from "../platform/kernel/day.ts";
import { composeReport, type ReportFormat, renderReport } from "../reports/public.ts";
import { type AskedBackup, makeBackup } from "./backup/make.ts";
import { examine } from "./doctor.ts";
import type { AskedDeadlines, AskedTimeliness } from "./duty-operations.ts";
import { type AskedImport, importFolder, reconcileFolder } from "./import-folder.ts";
import type { AskedFigure, Operations } from "./operations.ts";
import type { AskedPlan } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

type Running = Operations & { readonly runtime: Runtime };

export type AskedReport = AskedPlan & {
  readonly format: ReportFormat;
  readonly language: "da" | "en";
  readonly discreet: boolean;
};

/**
 * What the command line can ask for. Each takes the running program and plain values, and gives plain values, so that it works the
 * same in this process and through the server that owns the data folder.
 */
export const remoteOperations = {
  status: async (running: Running, asked: AskedPlan) => asSeenBy(await running.status(asked), { discreet: false }),
  figure: (running: Running, asked: AskedFigure) => running.figure(asked),
  deadlines: (running: Running, asked: AskedDeadlines) => running.deadlines(asked),
  timeliness: (running: Running, asked: AskedTimeliness) => running.timeliness(asked),
  load: (running: Running, asked: Parameters<Operations["load"]>[0]) => running.load(asked),
  fillDemo: (running: Running, asked: { readonly municipality: string }) => running.fillDemo(asked.municipality),
  reconcileFolder: (running: Running, asked: Parameters<typeof reconcileFolder>[1]) => reconcileFolder(running, asked),
  importFolder: (running: Running, asked: AskedImport) => importFolder(running, asked),
  rebuild: (running: Running, asked: { readonly municipality?: string }) => running.rebuild(asked),
  verify: async (running: Running, asked: { readonly municipality?: string }) => ({
    deviations: await running.verify(asked),
    changedSnapshots: await running.changedSnapshots(asked),
  }),
  snapshot: (running: Running, asked: Parameters<Operations["snapshot"]>[0]) => running.snapshot(asked),
  sealLog: (running: Running, asked: Parameters<Operations["sealAccessLog"]>[0]) => running.sealAccessLog(asked),
  verifyLog: (running: Running, asked: Parameters<Operations["verifyAccessLog"]>[0]) => running.verifyAccessLog(asked),
  dropLog: (running: Running, asked: Parameters<Operations["dropAccessLog"]>[0]) => running.dropAccessLog(asked),
  reapplyDeletions: (running: Running, asked: Parameters<Operations["reapplyDeletions"]>[0]) =>
    running.reapplyDeletions(asked),
  rotateKeys: (running: Running, _asked: Readonly<Record<never, never>>) => running.rotateKeys(),
  checkKeys: (running: Running, _asked: Readonly<Record<never, never>>) => running.checkKeys(),
  snapshots: (running: Running, asked: { readonly municipality?: string }) => running.snapshots(asked),
  doctor: (running: Running, asked: { readonly repair: boolean }) => examine(running, asked),
  backup: (running: Running, asked: AskedBackup) => makeBackup(running.runtime, asked),
  report: async (running: Running, asked: AskedReport) => {
    const made = await renderReport(await reportOf(running, asked), asked.format);
    return { fileName: made.fileName, mediaType: made.mediaType, base64: Buffer.from(made.bytes).toString("base64") };
  },
} as const;

export type RemoteOperation = keyof typeof remoteOperations;

/** The committee's follow-up report on a plan as its readers may see it. */
export async function reportOf(
  running: Running,
  asked: Omit<AskedReport, "format">,
): Promise<ReturnType<typeof composeReport>> {
  const { plan } = await running.placeOf(asked);
  const [computed, table, notes] = await Promise.all([
    running.status(asked),
    running.table(asked),
    inTenant(running.runtime.db, { municipality: plan.municipality }, (tx) => listNotes(tx, plan.id, null)),
  ]);
  const shown = notes.map((row) => asNote(row, { author: "", mayWithdraw: false })).filter((note) => !note.withdrawn);
  return composeReport({
    content: contentOf(plan),
    status: asSeenBy(computed, { discreet: asked.discreet }),
    table,
    notes: shown,
    language: asked.language,
    madeOn: isoDay(running.today()),
  });
}
