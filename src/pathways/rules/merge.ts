import type { PlanContent } from "../contract.ts";
import { partsOf } from "./parts.ts";

/** What is to stand of a thing that two people changed. `both` keeps one after the other. */
export type Choice = "mine" | "theirs" | "both";

/** A plan as it was when two people began, and what each made of it. */
export type Three = { readonly base: PlanContent; readonly mine: PlanContent; readonly theirs: PlanContent };

type Pick = (key: string) => Choice;

/** What the three say in the place of a key, as of `partsOf`; what is empty says nothing. */
type Said = readonly [was: string | undefined, own: string | undefined, other: string | undefined];

function sayingOf({ base, mine, theirs }: Three): ReadonlyMap<string, Said> {
  const said = (content: PlanContent) => new Map(partsOf(content).map(({ key, value }) => [key, value]));
  const [was, own, other] = [said(base), said(mine), said(theirs)];
  const keys = new Set([...own.keys(), ...other.keys()]);
  return new Map([...keys].map((key) => [key, [was.get(key), own.get(key), other.get(key)]]));
}

/** The keys (as of `partsOf`) of what both changed, and not to the same. */
export function changedByBoth(three: Three): readonly string[] {
  return [...sayingOf(three)]
    .filter(([, [was, own, other]]) => own !== other && own !== was && other !== was)
    .map(([key]) => key);
}

/**
 * Puts two people's changes of one plan together: what only one of them changed stands as they made it; of what both changed, what was chosen,
 * and mine where nothing was. Nothing that either added is lost unless it was chosen away.
 */
export function merge(three: Three, choices: Readonly<Record<string, Choice>>): PlanContent {
  const both = new Set(changedByBoth(three));
  const said = sayingOf(three);
  const pick: Pick = (key) => {
    if (both.has(key)) return choices[key] ?? "mine";
    const [was, own] = said.get(key) ?? [];
    return own === was ? "theirs" : "mine";
  };
  const { mine, theirs } = three;
  const text = (key: "direction" | "citizenView" | "goalsLeftOut"): string =>
    textOf(pick, key, { mine: mine[key], theirs: theirs[key] });
  const codes = (of: "answers" | "lists"): readonly string[] => [
    ...new Set([...Object.keys(theirs[of]), ...Object.keys(mine[of])]),
  ];
  const partOf = pick("partOf");
  return {
    direction: text("direction"),
    citizenView: text("citizenView"),
    goalsLeftOut: text("goalsLeftOut"),
    partOf: partOf === "theirs" ? theirs.partOf : mine.partOf,
    answers: Object.fromEntries(
      codes("answers").map((code) => {
        const of = {
          mine: mine.answers[code] ?? "",
          theirs: theirs.answers[code] ?? "",
        };
        return [code, textOf(pick, `answers.${code}`, of)];
      }),
    ),
    lists: Object.fromEntries(
      codes("lists").map((code) => {
        const of = { mine: mine.lists[code] ?? [], theirs: theirs.lists[code] ?? [] };
        return [code, rowsOf(pick, `lists.${code}`, of)];
      }),
    ),
    goals: rowsOf(pick, "goals", { mine: mine.goals, theirs: theirs.goals }),
    steps: rowsOf(pick, "steps", { mine: mine.steps, theirs: theirs.steps }),
  };
}

type Of<T> = { readonly mine: T; readonly theirs: T };

function textOf(pick: Pick, key: string, of: Of<string>): string {
  const choice = pick(key);
  return choice === "both" ? `${of.theirs}\n\n${of.mine}` : of[choice];
}

/** Rows in their order, mine that they do not have after them. A row kept twice gets a name of its own. */
function rowsOf<Row extends { readonly id: string }>(pick: Pick, place: string, of: Of<readonly Row[]>): Row[] {
  const rows = (all: readonly Row[]) => new Map(all.map((row) => [row.id, row]));
  const [mine, theirs] = [rows(of.mine), rows(of.theirs)];
  const ids = [...new Set([...theirs.keys(), ...mine.keys()])];
  return ids.flatMap((id): Row[] => {
    const choice = pick(`${place}.${id}`);
    const own = mine.get(id);
    const other = theirs.get(id);
    const kept = choice === "both" ? [other, own] : [choice === "mine" ? own : other];
    return kept
      .filter((row) => row !== undefined)
      .map((row, at) => (at === 0 ? row : { ...row, id: `${id.slice(0, 58)}-2` }));
  });
}
