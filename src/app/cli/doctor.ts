import { fill } from "../../platform/texts/catalogue.ts";
import type { Finding } from "../doctor.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import type { Output } from "./output.ts";
import { type Place, reach } from "./reach.ts";

/** `doctor`: one line for everything that can be out of order, with what to do. Ends with 1 when something is wrong. */
export async function doctor(
  place: Place,
  { output, options }: { readonly output: Output; readonly options: { readonly repair?: boolean } },
): Promise<0 | 1> {
  const seen = await reach(place, "doctor", { repair: options.repair ?? false });
  if (output.format === "json") output.line(JSON.stringify(seen, null, 2));
  else for (const finding of seen.findings) output.line(lineOf(finding, output));
  return seen.ok ? 0 : 1;
}

function lineOf({ check, level, said, values }: Finding, { language }: Output): string {
  const texts = (language === "da" ? da : en).doctor;
  return `${texts.levels[level].padEnd(8)} ${texts.checks[check].padEnd(14)} ${fill(texts.said[said], values)}`;
}
