import { municipalities } from "../../organisation/public.ts";
import { nearest } from "../../platform/kernel/nearest.ts";
import type { Fault } from "../problem.ts";
import { folded } from "../rules/letters.ts";

/** Names of areas that are not what the municipality list calls them. */
const OTHERS: Readonly<Record<string, string>> = {
  helelandet: "landet",
  landet: "landet",
  alldenmark: "landet",
  danmark: "landet",
  denmark: "landet",
  copenhagen: "0101",
  christiansoe: "0411",
  notstatedmunicipality: "uoplyst",
  uoplystkommune: "uoplyst",
  notstated: "uoplyst",
  uoplyst: "uoplyst",
  abroad: "udlandet",
  udlandet: "udlandet",
  outsidedenmark: "uden_for_danmark",
  udenfordanmark: "uden_for_danmark",
  bornholmsregionskommune: "0400",
};

const UNKNOWN_MUNICIPALITY = "0997";
const WIDER = /^(region|rar|landsdel|province|klynge) ?\S/i;

const byName = new Map([
  ...Object.entries(OTHERS),
  ...municipalities.map(({ code, name }) => [folded(name), code] as const),
]);
const byCode = new Set(municipalities.map(({ code }) => code));

/**
 * The records' name of an area in published statistics: a municipality's four digits, `landet`, or `region_sjaelland`, `rar_fyn` and
 * the like for wider areas.
 */
export function areaCalled(text: string): string | Fault {
  if (/^\d{1,4}$/.test(text)) {
    const code = text.padStart(4, "0");
    if (byCode.has(code) || code === "0411") return code;
    if (code === UNKNOWN_MUNICIPALITY) return "uoplyst";
    return Number(text) === 0 ? "landet" : { code: "unknown_area" };
  }
  const found = byName.get(folded(text)) ?? byName.get(folded(text.replace(/ kommune$/i, "")));
  if (found) return found;
  if (WIDER.test(text)) return asCode(text.replace(/^province /i, "landsdel "));
  const names = [...municipalities.map(({ name }) => name)];
  return { code: "unknown_area", suggestion: nearest(text, names) };
}

/** `Region Sjælland` as `region_sjaelland`. */
function asCode(text: string): string {
  return text
    .split(/[ -]+/)
    .map(folded)
    .filter((part) => part !== "")
    .join("_");
}
