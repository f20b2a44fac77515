import type { Predicate } from "../../language/public.ts";
import type { CodeBits } from "./codes.ts";
import { maskOf } from "./codes.ts";

/** One citizen on the days of one stretch on which nothing changes. Sets of codes are bits; an unknown age is -1. */
export type Situation = {
  readonly benefits: number;
  readonly targetGroups: number;
  readonly circumstances: number;
  readonly age: number;
  readonly education: string | null;
};

export type Condition = (situation: Situation) => boolean;

type Compare = Extract<Predicate, { kind: "compare" }>;
type In = Extract<Predicate, { kind: "in" }>;

const AGES: Readonly<Record<Compare["operator"], (age: number, limit: number) => boolean>> = {
  "==": (age, limit) => age === limit,
  "!=": (age, limit) => age !== limit,
  "<": (age, limit) => age < limit,
  "<=": (age, limit) => age <= limit,
  ">": (age, limit) => age > limit,
  ">=": (age, limit) => age >= limit,
};

function compared({ term, operator, value }: Compare): Condition {
  if (term.id === "citizen.age") {
    const holds = AGES[operator];
    const limit = Number(value);
    return ({ age }) => age >= 0 && holds(age, limit);
  }
  if (term.id !== "citizen.education") throw new Error(`The law's conditions cannot compare ${term.id}`);
  const wanted = operator === "==";
  return ({ education }) => education !== null && (education === value) === wanted;
}

function held({ term, values }: In, bits: CodeBits): Condition {
  const codes = values.map(String);
  switch (term.id) {
    case "citizen.benefits": {
      const mask = maskOf(codes, bits.benefit);
      return ({ benefits }) => (benefits & mask) !== 0;
    }
    case "citizen.target_groups": {
      const mask = maskOf(codes, bits.target_group);
      return ({ targetGroups }) => (targetGroups & mask) !== 0;
    }
    case "citizen.circumstances": {
      const mask = maskOf(codes, bits.circumstance);
      return ({ circumstances }) => (circumstances & mask) !== 0;
    }
    case "citizen.education":
      return ({ education }) => education !== null && codes.includes(education);
    case "citizen.age":
      return ({ age }) => age >= 0 && values.includes(age);
    default:
      throw new Error(`The law's conditions cannot look in ${term.id}`);
  }
}

/**
 * A checked condition as a function over bits, made once per rule. It gives what the language's `evaluate` gives: a missing value
 * makes its atom false, and `!` turns that round.
 */
export function compileCondition(predicate: Predicate, bits: CodeBits): Condition {
  switch (predicate.kind) {
    case "always":
      return () => predicate.value;
    case "and": {
      const parts = predicate.parts.map((part) => compileCondition(part, bits));
      return (situation) => parts.every((part) => part(situation));
    }
    case "or": {
      const parts = predicate.parts.map((part) => compileCondition(part, bits));
      return (situation) => parts.some((part) => part(situation));
    }
    case "not": {
      const part = compileCondition(predicate.part, bits);
      return (situation) => !part(situation);
    }
    case "compare":
      return compared(predicate);
    case "in":
      return held(predicate, bits);
    default:
      throw new Error(`The law's conditions cannot ask ${predicate.term.id} alone`);
  }
}

const KINDS = {
  "citizen.benefits": "benefit",
  "citizen.target_groups": "target_group",
  "citizen.circumstances": "circumstance",
} as const;

/** The codes a condition asks about, by kind. */
export function codesIn(predicate: Predicate): { kind: (typeof KINDS)[keyof typeof KINDS]; codes: string[] }[] {
  if ("parts" in predicate) return predicate.parts.flatMap(codesIn);
  if (predicate.kind === "not") return codesIn(predicate.part);
  if (predicate.kind !== "in" || !(predicate.term.id in KINDS)) return [];
  return [{ kind: KINDS[predicate.term.id as keyof typeof KINDS], codes: predicate.values.map(String) }];
}

/** The birthdays on which a condition's answer may change: 30 for `citizen.age < 30`, 31 for `citizen.age <= 30`. */
export function agesIn(predicate: Predicate): readonly number[] {
  if ("parts" in predicate) return predicate.parts.flatMap(agesIn);
  if (predicate.kind === "not") return agesIn(predicate.part);
  if (predicate.kind === "in" && predicate.term.id === "citizen.age")
    return predicate.values.flatMap((value) => [Number(value), Number(value) + 1]);
  if (predicate.kind !== "compare" || predicate.term.id !== "citizen.age") return [];
  const limit = Number(predicate.value);
  const passes = predicate.operator === "<=" || predicate.operator === ">";
  const exact = predicate.operator === "==" || predicate.operator === "!=";
  return exact ? [limit, limit + 1] : [passes ? limit + 1 : limit];
}
