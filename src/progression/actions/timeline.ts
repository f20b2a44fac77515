import type { TimelineEntry } from "../../citizens/contract.ts";
import type { Tx } from "../../platform/db/public.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { instrumentCalled } from "../instruments.ts";
import { measurementsOf } from "../queries/measurements.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { said, setsOf } from "./as-progression.ts";

/** The measurements of a citizen as lines of the timeline: that it was measured and how much was answered, not the answers. */
export async function progressionOfCitizen(tx: Tx, citizen: string): Promise<readonly TimelineEntry[]> {
  return setsOf(await measurementsOf(tx, citizen)).flatMap(({ instrument: code, day, rows }) => {
    const instrument = instrumentCalled(code);
    if (!instrument) return [];
    const counts = { count: rows.length, all: instrument.dimensions.length };
    const detail = { da: fill(da.answered, counts), en: fill(en.answered, counts) };
    return [{ kind: "progression" as const, from: day, to: day, what: said(instrument.label), detail }];
  });
}
