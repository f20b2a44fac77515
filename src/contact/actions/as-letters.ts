import type { Letter } from "../contract.ts";
import { templateLabel } from "../letter-templates.ts";
import type { LetterRow } from "../queries/letters.ts";
import { STEPS } from "../rules/letter.ts";

/** A letter as the pages get it. */
export function asLetter(row: LetterRow): Letter {
  return {
    id: row.id,
    template: row.template,
    label: templateLabel(row.template),
    language: row.language,
    channel: row.channel,
    state: row.state,
    fault: row.fault,
    version: row.version,
    steps: [...STEPS[row.state]],
    changedBy: row.changed_by,
    changedAt: row.changed_at.toISOString(),
  };
}
