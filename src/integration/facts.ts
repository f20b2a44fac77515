import { column, type Fact } from "../platform/kernel/fact.ts";

const repatriationDecisions: Fact = {
  name: "repatriation_decisions",
  word: "integration",
  shape: "event",
  label: { da: "Beslutninger om repatriering", en: "Repatriation decisions" },
  meaning: {
    da: "Dage, hvor en borger besluttede at vende hjem",
    en: "Days on which a citizen decided to return home",
  },
  key: ["citizen", "day"],
  columns: [
    column("citizen", "key", {
      label: ["Borger", "Citizen"],
      meaning: ["Borgerens id", "The citizen's id"],
      refers: "citizens",
    }),
    column("after_guidance", "bool", {
      label: ["Efter vejledning", "After guidance"],
      meaning: ["Bygger beslutningen på jobcentrets vejledning", "Does it rest on the jobcentre's guidance"],
      required: false,
    }),
  ],
};

/** What the jobcentre records about integration. */
export const facts: readonly Fact[] = [repatriationDecisions];
