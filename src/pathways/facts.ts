import { citizenColumn } from "../citizens/public.ts";
import { column, type Fact } from "../platform/kernel/fact.ts";
import { kinds } from "./kinds.ts";

/** When plans were in force, from their adoption until they ended: what a figure can count of them. What they say stays in the records. */
const plansInForce: Fact = {
  name: "plans_in_force",
  word: "pathways",
  shape: "spell",
  derived: true,
  label: { da: "Planer i kraft", en: "Plans in force" },
  meaning: {
    da: "Borgerens planer, fra de blev vedtaget, til de sluttede; følger af planerne selv",
    en: "The citizen's plans, from their adoption until they ended; they follow from the plans themselves",
  },
  columns: [
    citizenColumn,
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Planens art", "The kind of plan"],
      codes: Object.fromEntries(kinds.map(({ code, label }) => [code, label])),
    }),
  ],
};

/** What figures can count of the citizens' plans. */
export const facts: readonly Fact[] = [plansInForce];
