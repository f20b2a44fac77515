import type { Tx } from "../../platform/db/public.ts";
import type { Cell } from "../../platform/files/public.ts";
import type { ChangeAsk, GroupSaid } from "../contract.ts";
import { toldParts, withheldGroups } from "../rules/few.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { readGroupChange } from "./group-change.ts";
import type { Keeping } from "./keeping.ts";

/** Figures as rows of a file, the heading first. */
export type ChangeFile = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

type Language = "da" | "en";

/**
 * How groups changed, for a spreadsheet; null where it cannot be. A file leaves the house, so that figures on fewer than five people are not in it, nor
 * what they could be worked out from. It is counts: no look at a person is logged.
 */
export async function exportChange(
  tx: Tx,
  { language, ...asked }: ChangeAsk & { readonly language: Language },
  who: Keeping,
): Promise<ChangeFile | null> {
  const found = await readGroupChange(tx, asked, who);
  if (!found) return null;
  const { export: texts } = language === "da" ? da : en;
  const rows = found.instrument.dimensions.flatMap(({ code, label }, at) => {
    const sizes = found.groups.map(({ changes }) => changes[at]?.people ?? 0);
    // The first is everybody: it is withheld when it is small itself, the parts when they or their rest are.
    const withheld = [withheldGroups(sizes.slice(0, 1))[0] ?? false, ...withheldGroups(sizes.slice(1))];
    const changes = found.groups.map((group) => group.changes.find(({ dimension }) => dimension === code));
    const told = toldParts(
      changes.map((change, place) => ({ parts: partsOf(change), isWithheld: withheld[place] ?? false })),
    );
    return found.groups.map((group, place) => [
      { day: found.from },
      { day: found.to },
      found.instrument.label[language],
      group.label?.[language] ?? texts.everybody,
      label[language],
      ...(withheld[place] ? [texts.few, null] : [changes[place]?.people ?? 0, changes[place]?.mean ?? null]),
      ...(told[place] ? partsOf(changes[place]) : [null, null, null]),
    ]);
  });
  return { name: `${texts.file}-${found.to}`, rows: [Object.values(texts.columns), ...rows] };
}

/** How many moved up, stayed, moved down. */
function partsOf(change: GroupSaid["changes"][number] | undefined): readonly number[] {
  return change ? [change.up, change.same, change.down] : [];
}
