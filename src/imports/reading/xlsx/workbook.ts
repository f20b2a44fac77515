import { BadPart, readXml } from "./xml.ts";
import type { Parts } from "./zip.ts";

/** A sheet of a workbook: its name, where its cells are, and whether it is shown. */
export type SheetPart = { readonly name: string; readonly part: string; readonly isHidden: boolean };

/** What the parts around the cells say. */
export type Workbook = {
  readonly sheets: readonly SheetPart[];
  readonly dates: "1900" | "1904";
  readonly sharedStrings: string | null;
  readonly styles: string | null;
};

type Relation = { readonly id: string; readonly kind: string; readonly target: string };

/** Follows the links from the file's root to its sheets, texts and styles. Links out of the file are never followed. */
export async function readWorkbook(parts: Parts): Promise<Workbook | null> {
  const root = await relationsOf(parts, "");
  const main = root.find(({ kind }) => kind.endsWith("/officeDocument"))?.target;
  if (!main || !parts.names.includes(main)) return null;
  const relations = await relationsOf(parts, main);
  const found: { name: string; relation: string; isHidden: boolean }[] = [];
  let isWorkbook = false;
  let is1904 = false;
  const events = {
    open: (name: string, at: Readonly<Record<string, string>>) => {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr") is1904 = at.date1904 === "1" || at.date1904 === "true";
      if (name !== "sheet") return;
      const isHidden = at.state === "hidden" || at.state === "veryHidden";
      found.push({ name: at.name ?? "", relation: at["r:id"] ?? "", isHidden });
    },
    close: () => undefined,
    text: () => undefined,
  };
  for await (const _ of readXml(parts.read(main), events));
  if (!isWorkbook) return null;
  const targetOf = (kind: string): string | null => relations.find((one) => one.kind.endsWith(kind))?.target ?? null;
  return {
    sheets: found.flatMap(({ relation, ...sheet }) => {
      const target = relations.find(({ id, kind }) => id === relation && kind.endsWith("/worksheet"))?.target;
      return target && parts.names.includes(target) ? [{ ...sheet, part: target }] : [];
    }),
    dates: is1904 ? "1904" : "1900",
    sharedStrings: targetOf("/sharedStrings"),
    styles: targetOf("/styles"),
  };
}

/** The links of a part to other parts of the file. */
async function relationsOf(parts: Parts, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf("/") + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const relations: Relation[] = [];
  const events = {
    open: (tag: string, at: Readonly<Record<string, string>>) => {
      if (tag !== "Relationship" || at.TargetMode === "External") return;
      relations.push({ id: at.Id ?? "", kind: at.Type ?? "", target: within(part.slice(0, slash), at.Target ?? "") });
    },
    close: () => undefined,
    text: () => undefined,
  };
  if (!parts.names.includes(name)) return [];
  for await (const _ of readXml(parts.read(name), events)) {
    if (relations.length > parts.names.length * 2 + 1_000) throw new BadPart("more links than parts");
  }
  return relations;
}

/** A link's target as a name in the file. */
function within(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = `${folder}${target}`.split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
