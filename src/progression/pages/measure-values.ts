import type { CitizenProgression } from "../contract.ts";

/** What the form holds: answers by dimension as texts, "" where there is none. */
export type MeasureValues = {
  readonly instrument: string;
  readonly day: string;
  readonly answers: Readonly<Record<string, string>>;
};

type Measured = CitizenProgression["measurings"][number];

/** What a new form begins with: the first instrument that is made for the citizen, and today. */
export function newValues({ instruments, on }: Pick<CitizenProgression, "instruments" | "on">): MeasureValues {
  const usable = instruments.filter(({ isNow }) => isNow);
  const instrument = usable.find(({ fits }) => fits) ?? usable[0];
  return { instrument: instrument?.code ?? "", day: on, answers: {} };
}

/** What the form of a measurement begins with. */
export function valuesOf({ instrument, day, values }: Measured): MeasureValues {
  return { instrument, day, answers: Object.fromEntries(Object.entries(values).map(([of, n]) => [of, String(n)])) };
}

/** The answers as they are sent: those that were given. */
export function sent({ answers }: MeasureValues): Record<string, number> {
  return Object.fromEntries(Object.entries(answers).flatMap(([of, text]) => (text === "" ? [] : [[of, Number(text)]])));
}

/** What was kept in the browser; null when it is none of ours. */
export function readKept(text: string): MeasureValues | null {
  try {
    const kept = JSON.parse(text) as Partial<MeasureValues> | null;
    const { instrument, day, answers } = kept ?? {};
    return typeof instrument === "string" && typeof day === "string" && answers ? { instrument, day, answers } : null;
  } catch {
    return null;
  }
}

/** The address of a measurement. */
export function placeOf(citizen: string, { instrument, day }: Pick<Measured, "instrument" | "day">): string {
  return `/citizens/${encodeURIComponent(citizen)}/progression/${encodeURIComponent(instrument)}/${day}`;
}
