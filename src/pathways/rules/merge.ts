import type { PlanContent } from "../contract.ts";
import { partsOf } from "./parts.ts";

/** What is to stand of a thing that two people changed. `both` keeps one after the other. */
export type Choice = "mine" | "theirs" | "both";

/** A plan as it was when two people began, and what each made of it. */
export type Three = { readonly base: PlanContent; readonly mine: PlanContent; readonly theirs: PlanContent };

type Pick = (key: string, of: { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown }) => Choice;

/** The keys (as of `partsOf`) of what both changed, and not to the same. */
export function changedByBoth(three: Three): readonly string[] {
  const [base, mine, theirs] = [three.base, three.mine, three.theirs].map(
    (content) => new Map(partsOf(content).map(({ key, value }) => [key, value])),
  );
  const keys = new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  return [...keys].filter((key) => {
    const [was, own, other] = [base?.get(key), mine?.get(key), theirs?.get(key)];
    return own !== other && own !== was && other !== was;
  });
}

/**
 * Puts two people's changes of one plan together: what only one of them changed stands as they made it; of what both changed, what was chosen,
 * and mine where nothing was. Nothing that either added is lost unless it was chosen away.
 */
export function merge(three: Three, choices: Readonly<Record<string, Choice>>): PlanContent {
  const both = new Set(changedByBoth(three));
  const pick: Pick = (key, { base, mine }) => {
    if (both.has(key)) return choices[key] ?? "mine";
    return same(mine, base) ? "theirs" : "mine";
  };
  const { base, mine, theirs } = three;
  const text = (key: "direction" | "citizenView" | "goalsLeftOut"): string =>
    textOf(pick, key, { base: base[key], mine: mine[key], theirs: theirs[key] });
  const codes = (of: "answers" | "lists"): readonly string[] => [
    ...new Set([...Object.keys(theirs[of]), ...Object.keys(mine[of])]),
  ];
  const partOf = pick("partOf", { base: base.partOf, mine: mine.partOf, theirs: theirs.partOf });
  return {
    direction: text("direction"),
    citizenView: text("citizenView"),
    goalsLeftOut: text("goalsLeftOut"),
    partOf: partOf === "theirs" ? theirs.partOf : mine.partOf,
    answers: Object.fromEntries(
      codes("answers").map((code) => {
        const of = {
          base: base.answers[code] ?? "",
          mine: mine.answers[code] ?? "",
          theirs: theirs.answers[code] ?? "",
        };
        return [code, textOf(pick, `answers.${code}`, of)];
      }),
    ),
    lists: Object.fromEntries(
      codes("lists").map((code) => {
        const of = { base: base.lists[code] ?? [], mine: mine.lists[code] ?? [], theirs: theirs.lists[code] ?? [] };
        return [code, rowsOf(pick, `lists.${code}`, of)];
      }),
    ),
    goals: rowsOf(pick, "goals", { base: base.goals, mine: mine.goals, theirs: theirs.goals }),
    steps: rowsOf(pick, "steps", { base: base.steps, mine: mine.steps, theirs: theirs.steps }),
  };
}

type Of<T> = { readonly base: T; readonly mine: T; readonly theirs: T };

function textOf(pick: Pick, key: string, of: Of<string>): string {
  const choice = pick(key, of);
  return choice === "both" ? `${of.theirs}\n\n${of.mine}` : of[choice];
}

/** Rows in their order, mine that they do not have after them. A row kept twice gets a name of its own. */
function rowsOf<Row extends { readonly id: string }>(pick: Pick, place: string, of: Of<readonly Row[]>): Row[] {
  const rows = (all: readonly Row[]) => new Map(all.map((row) => [row.id, row]));
  const [base, mine, theirs] = [rows(of.base), rows(of.mine), rows(of.theirs)];
  const ids = [...new Set([...theirs.keys(), ...mine.keys()])];
  return ids.flatMap((id): Row[] => {
    const each = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    const choice = pick(`${place}.${id}`, each);
    const [own, other] = [each.mine ? [each.mine] : [], each.theirs ? [each.theirs] : []];
    if (choice === "mine") return own;
    if (choice === "theirs") return other;
    return other.length === 0 ? own : [...other, ...own.map((row) => ({ ...row, id: `${id.slice(0, 58)}-2` }))];
  });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
