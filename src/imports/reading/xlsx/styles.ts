import { isDateFormat } from "../../rules/number-formats.ts";
import { readXml } from "./xml.ts";
import type { Parts } from "./zip.ts";

const MOST_STYLES = 100_000;

/** For each cell style its number, whether it shows numbers as dates. */
export async function dateStyles(parts: Parts, name: string | null): Promise<readonly boolean[]> {
  const own = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  const events = {
    open: (tag: string, at: Readonly<Record<string, string>>) => {
      if (tag === "numFmt" && own.size < MOST_STYLES) own.set(at.numFmtId ?? "", at.formatCode ?? "");
      if (tag === "cellXfs") inCells = true;
      if (tag !== "xf" || !inCells || styles.length >= MOST_STYLES) return;
      const number = at.numFmtId ?? "0";
      styles.push(isDateFormat(Number(number), own.get(number)));
    },
    close: (tag: string) => {
      if (tag === "cellXfs") inCells = false;
    },
    text: () => undefined,
  };
  if (name === null || !parts.names.includes(name)) return [];
  for await (const _ of readXml(parts.read(name), events));
  return styles;
}
