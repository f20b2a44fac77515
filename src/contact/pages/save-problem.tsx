import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields } from "../../platform/ui/use-field-problem.ts";
import { appointmentsQuery } from "./queries.ts";

type Texts = Readonly<Record<string, string>>;
type Props = {
  readonly citizen: string;
  readonly error: unknown;
  /** What was typed, and what its fields are called, for when somebody else changed the appointment meanwhile. */
  readonly mine: Texts;
  readonly labels: Texts;
  readonly busy: boolean;
  readonly onSave: (chosen: Texts, version: number) => void;
  readonly onClose: () => void;
};

/** Why something about an appointment was not saved: a choice between two people's changes, or the reason. Wrong fields say so themselves. */
export function SaveProblem({ citizen, error, mine, labels, busy, onSave, onClose }: Props): ReactElement | null {
  const queries = useQueryClient();
  const conflict = conflictOf(error);
  if (conflict)
    return (
      <MergeChoice
        mine={mine}
        theirs={conflict.theirs}
        labels={labels}
        busy={busy}
        onSave={(chosen, over) => onSave(chosen, Number(over))}
        onDrop={() => {
          void queries.invalidateQueries({ queryKey: appointmentsQuery(citizen).queryKey });
          onClose();
        }}
      />
    );
  return error && !isOfFields(error) ? <ProblemMessage error={error} /> : null;
}
