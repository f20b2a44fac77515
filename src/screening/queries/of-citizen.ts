import type { TimelineEntry } from "../../citizens/contract.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import { archetypeWords, distanceWords, screeningWords } from "../definitions.ts";
import { facts } from "../facts.ts";
import { archetypesOf, conclusionsOf } from "./recorded.ts";

/** A citizen's conclusions and archetypes as lines of the timeline. */
export async function screeningsOfCitizen(tx: Tx, citizen: string): Promise<readonly TimelineEntry[]> {
  const conclusions = await conclusionsOf(tx, [citizen]);
  const archetypes = await archetypesOf(tx, citizen);
  return [
    ...conclusions.map(({ day, screening, conclusion }) => ({
      kind: "screening" as const,
      from: isoDay(day),
      to: isoDay(day),
      what: labelOf(screeningWords, screening),
      detail: labelOf(riskWords, conclusion),
    })),
    ...archetypes.map(({ from, until, archetype, distance }) => {
      const parts = [
        ...(archetype === null ? [] : [labelOf(archetypeWords, archetype)]),
        ...(distance === null ? [] : [labelOf(distanceWords, distance)]),
      ];
      return {
        kind: "archetype" as const,
        from: isoDay(from),
        to: until === FOREVER ? null : isoDay(addDays(until, -1)),
        what: parts[0] ?? { da: "", en: "" },
        detail: parts[1] ?? null,
      };
    }),
  ];
}

const riskWords =
  facts.flatMap(({ columns }) => columns).find(({ name }) => name === "conclusion")?.codes ?? screeningWords;

function labelOf(words: typeof screeningWords, code: string): { da: string; en: string } {
  const { da, en } = words[code] ?? { da: code, en: code };
  return { da, en };
}
