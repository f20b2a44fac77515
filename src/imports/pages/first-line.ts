import type { SameTexts } from "../../platform/texts/catalogue.ts";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { BatchView, FileCounts } from "../contract.ts";
import type { da } from "./texts.da.ts";

type Texts = SameTexts<(typeof da)["first"]>;

/** What the page of an import answers first: what can be done with the files, in numbers. */
export function firstLine(view: Pick<BatchView, "state" | "files">, texts: Texts, language: Language): string {
  const taking = view.files.filter(({ leftOut }) => !leftOut);
  const number = (value: number): string => formatNumber(value, language);
  const files = fill(countForm(language, taking.length, texts.files), { count: number(taking.length) });
  const counts = sumOf(taking);
  const said = (text: string, values: Readonly<Record<string, number | string>> = {}): string =>
    fill(text, {
      files,
      ...Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? number(value) : value]),
      ),
    });
  switch (view.state) {
    case "received": {
      const unknown = taking.filter(({ mapping }) => mapping === null).length;
      return said(unknown === 1 ? texts.receivedOne : texts.received, { unknown });
    }
    case "checked":
      return checkedLine({ taking, counts, said, language }, texts);
    case "done":
      return said(counts.new + counts.changed === 0 ? texts.doneNothing : texts.done, counts);
    default:
      return said(texts[view.state]);
  }
}

type Checked = {
  readonly taking: BatchView["files"];
  readonly counts: FileCounts;
  readonly said: (text: string, values?: Readonly<Record<string, number | string>>) => string;
  readonly language: Language;
};

function checkedLine({ taking, counts, said, language }: Checked, texts: Texts): string {
  if (counts.rejected > 0) {
    const bad = taking.filter((file) => (file.counts?.rejected ?? 0) > 0).length;
    const inFiles = fill(countForm(language, bad, texts.bad), { count: bad });
    if (bad === taking.length) {
      const all = counts.rejected === 1 ? texts.rejectedAllOne : texts.rejectedAll;
      return said(all, { bad: inFiles, rejected: counts.rejected });
    }
    const values = { good: taking.length - bad, bad: inFiles, rejected: counts.rejected };
    return said(counts.rejected === 1 ? texts.rejectedOne : texts.rejected, values);
  }
  return said(counts.new + counts.changed === 0 ? texts.nothingNew : texts.clean, counts);
}

/** The counts of files together; files that are not counted add nothing. */
export function sumOf(files: readonly { readonly counts: FileCounts | null }[]): FileCounts {
  const sum = { rows: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, setAside: 0, skipped: 0 };
  for (const { counts } of files) {
    if (counts) for (const name of Object.keys(sum) as (keyof FileCounts)[]) sum[name] += counts[name];
  }
  return sum;
}
