import { readFileSync, writeFileSync } from "node:fs";
import type { Fault, Verification } from "../../platform/audit/public.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import type { Ending } from "./commands.ts";
import { type Output, say } from "./output.ts";
import { type Place, reach } from "./reach.ts";

type OfMunicipality = { readonly municipality?: string };

/** `log verify`: recomputes the whole access log; names the first broken day and entry. */
export async function verifyLog(
  place: Place,
  options: OfMunicipality & { readonly against?: string },
  output: Output,
): Promise<Ending> {
  const { against, ...municipality } = options;
  const kept = against === undefined ? {} : { against: readFileSync(against, "utf8") };
  const found = await reach(place, "verifyLog", { ...municipality, ...kept });
  if (output.format === "json") output.line(JSON.stringify(found, null, 2));
  else printVerification(found, output);
  return found.ok ? 0 : 1;
}

function printVerification(found: Verification, output: Output): void {
  const { days, entries, waiting, waitingSince, dropped, faults, faultCount } = found;
  if (found.ok) output.line(say(output, "logWhole", { days, entries }));
  for (const fault of faults) output.complain(faultLine(fault, output));
  if (!found.ok) output.complain(say(output, "logBroken", { count: faultCount }));
  if (dropped.length > 0)
    output.line(say(output, "logDropped", { days: dropped.length, last: dropped.at(-1)?.day ?? "" }));
  if (waiting > 0) output.line(say(output, "logWaiting", { count: waiting, since: waitingSince ?? "" }));
  if (found.sealerSleeps) output.complain(say(output, "logSealerSleeps"));
}

function faultLine({ code, day, number, entry }: Fault, output: Output): string {
  const what = (output.language === "da" ? da : en).logFaults[code];
  const dash = "-";
  return say(output, "logFault", { what, day: day ?? dash, number: number ?? dash, entry: entry ?? dash });
}

/** `log seal`: seals what is new and gives all seals, on the screen or in a file, to be kept elsewhere. */
export async function sealLog(
  place: Place,
  options: OfMunicipality & { readonly out?: string },
  output: Output,
): Promise<Ending> {
  const { out, ...municipality } = options;
  const { sealed, ...seals } = await reach(place, "sealLog", municipality);
  const text = JSON.stringify(seals, null, 2);
  if (out === undefined) output.line(text);
  else {
    writeFileSync(out, `${text}\n`);
    output.line(say(output, "logSealed", { sealed, days: seals.days.length, file: out }));
  }
  return 0;
}

/** `log drop`: drops entries whose time is over; the seals of their days stay. */
export async function dropLog(place: Place, options: OfMunicipality, output: Output): Promise<Ending> {
  const { looks, changes } = await reach(place, "dropLog", options);
  if (output.format === "json") output.line(JSON.stringify({ looks, changes }));
  else output.line(say(output, "logDropDone", { looks: looks.entries, changes: changes.entries }));
  return 0;
}

/** `privacy reapply`: deletes again, after an older backup was restored, what had been deleted. */
export async function reapply(place: Place, options: OfMunicipality, output: Output): Promise<Ending> {
  const done = await reach(place, "reapplyDeletions", options);
  if (output.format === "json") output.line(JSON.stringify(done));
  else output.line(say(output, "reapplied", { rows: done.rows }));
  return 0;
}
