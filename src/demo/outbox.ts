import type { DemoBatch, DemoRow } from "./contract.ts";

/** Collects records until they are handed over, so that memory stays bounded. */
export type Outbox = {
  readonly put: (fact: string, row: DemoRow) => void;
  /** A new id of a fact: the municipality's prefix, the fact's letters and a number. */
  readonly nextId: (fact: string) => string;
  /** The batches that have at least so many records; they leave the box. */
  readonly take: (atLeast: number) => DemoBatch[];
};

const LETTERS: Readonly<Record<string, string>> = {
  residences: "bo",
  benefit_spells: "y",
  target_group_spells: "mg",
  circumstances: "om",
  case_steps: "sk",
  cv_updates: "cv",
  employments: "an",
  education_spells: "ud",
  conversations: "s",
  screening_answers: "sa",
  screening_conclusions: "sc",
  archetypes: "ar",
  offers: "t",
  progression_measurements: "pm",
  provider_contracts: "lk",
  partial_returns: "dr",
  sickness_assessments: "sv-syg",
  fast_track_requests: "ft-syg",
  benefit_reassessments: "rv",
  sickness_ends: "sl",
  resource_notes: "rb",
  youth_assessments: "uv",
  education_orders: "up",
  education_applications: "ua",
  repatriation_decisions: "rp",
  integration_statuses: "is",
  integration_contracts: "ik",
  danish_teaching: "du",
  company_contacts: "vk",
  agreements: "af",
  recruitments: "rk",
  survey_answers: "sv",
  fund_dialogues: "ad",
  complaints: "kl",
  responsibilities: "rs",
  plan_deliveries: "pl",
  population: "ft",
  published_statistics: "st",
  expenditure: "ug",
};

/** An empty outbox. */
export function createOutbox(prefix: string): Outbox {
  const waiting = new Map<string, DemoRow[]>();
  const counters = new Map<string, number>();
  const nextId = (fact: string): string => {
    const number = (counters.get(fact) ?? 0) + 1;
    counters.set(fact, number);
    return `${prefix}${LETTERS[fact] ?? fact}${String(number).padStart(7, "0")}`;
  };
  return {
    nextId,
    put: (fact, row) => {
      const rows = waiting.get(fact);
      if (rows) rows.push(row);
      else waiting.set(fact, [row]);
    },
    take: (atLeast) => {
      const batches: DemoBatch[] = [];
      for (const [fact, rows] of waiting) {
        if (rows.length < atLeast) continue;
        batches.push({ fact, rows });
        waiting.delete(fact);
      }
      return batches;
    },
  };
}
