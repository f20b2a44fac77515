import type { Fact } from "../../platform/kernel/fact.ts";
import { folded } from "../rules/letters.ts";
import type { Knows } from "./header.ts";
import { type Layout, layouts as ownLayouts } from "./layouts.ts";
import { mapByLayout } from "./map-by-layout.ts";
import { fieldsByName, mapByNames, unitIn } from "./map-by-names.ts";
import type { Proposal } from "./proposal.ts";
import type { Sheet } from "./sheet.ts";

/** What a table is taken for, or the nearest it could be, best first. */
export type Recognised =
  | ({ readonly known: true } & Proposal)
  | { readonly known: false; readonly nearest: readonly Proposal[] };

/** What a table may be. */
export type Candidates = {
  readonly facts: readonly Fact[];
  readonly layouts?: readonly Layout[];
};

const NEAREST = 3;
const SURE = 0.4;
/** How much better the best must be than the second, not to be a guess. */
const AHEAD = 0.06;

/** Says what a table is: by a layout we know, or else by the names of its columns. */
export function recognise(sheet: Sheet, file: string, candidates: Candidates): Recognised {
  const layouts = (candidates.layouts ?? ownLayouts)
    .map((layout) => mapByLayout(sheet, layout, candidates.facts))
    .filter((proposal) => proposal !== null)
    .toSorted((a, b) => b.mapping.columns.length - a.mapping.columns.length);
  const [layout] = layouts;
  if (layout && layout.missing.length === 0) return { known: true, ...layout };
  const named = candidates.facts
    .map((fact) => mapByNames(sheet, file, fact))
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
  const [best, second] = named;
  const isSure = best && best.missing.length === 0 && best.confidence >= SURE;
  if (isSure && best.confidence - (second?.missing.length === 0 ? second.confidence : 0) >= AHEAD) {
    return { known: true, ...best };
  }
  return { known: false, nearest: [...layouts, ...named].slice(0, NEAREST) };
}

/** Counts the names of columns that any fact or layout knows: to find the header in a file. */
export function knownNames({ facts, layouts = ownLayouts }: Candidates): Knows {
  const names = new Set([
    ...facts.flatMap((fact) => [...fieldsByName(fact).keys()]),
    ...layouts.flatMap(({ columns, only = [] }) => [...columns, ...only].flatMap(({ from = [] }) => from.map(folded))),
  ]);
  names.delete("");
  return (cells) => cells.filter((cell) => names.has(folded(cell)) || names.has(folded(unitIn(cell).name))).length;
}
