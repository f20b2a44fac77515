import { column } from "../platform/kernel/fact.ts";

/* Columns that facts about citizens share, whichever word records them. */

/** Whom a row is about. */
export const citizenColumn = column("citizen", "key", {
  label: ["Borger", "Citizen"],
  meaning: ["Borgerens id", "The citizen's id"],
  refers: "citizens",
});

/** Why, in words: identifying, so that it stays in the records. */
export const reasonColumn = column("reason", "text", {
  label: ["Begrundelse", "Reason"],
  meaning: ["Hvorfor, som sagsbehandleren noterede det", "Why, as the caseworker noted it"],
  required: false,
  identifying: true,
});
