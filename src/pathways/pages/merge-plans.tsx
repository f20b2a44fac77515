import type { ReactElement } from "react";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import type { Plan, PlanKind } from "../contract.ts";
import { type Choice, changedByBoth, merge } from "../rules/merge.ts";
import { partsOf } from "../rules/parts.ts";
import type { Draft } from "./plan-values.ts";
import { type PlanWords, partName, partText } from "./plan-words.ts";

type Props = {
  readonly kind: PlanKind;
  readonly words: PlanWords;
  readonly draft: Draft;
  /** The plan as somebody else has made it meanwhile. */
  readonly theirs: Plan;
  readonly busy: boolean;
  readonly onSave: (draft: Draft) => void;
  readonly onDrop: () => void;
};

/** Two people changed one plan: what only one of them changed is put together, and for the rest this one chooses. */
export function MergePlans({ kind, words, draft, theirs, busy, onSave, onDrop }: Props): ReactElement {
  const three = { base: draft.base, mine: draft.content, theirs: theirs.content };
  const keys = changedByBoth(three);
  const [mine, other] = [three.mine, three.theirs].map((content) => {
    const parts = new Map(partsOf(content).map(({ key, value }) => [key, value]));
    return Object.fromEntries(keys.map((key) => [key, partText(words, kind, { key, json: parts.get(key) ?? null })]));
  });
  const save = (chosen: Readonly<Record<string, string>>): void => {
    const choices = Object.fromEntries(
      keys.map((key): [string, Choice] => {
        if (chosen[key] === mine?.[key]) return [key, "mine"];
        return [key, chosen[key] === other?.[key] ? "theirs" : "both"];
      }),
    );
    const content = merge(three, choices);
    onSave({ ...draft, version: theirs.version, base: theirs.content, content });
  };
  return (
    <>
      <p>{words.texts.merge.note}</p>
      <MergeChoice
        mine={mine ?? {}}
        theirs={{
          version: String(theirs.version),
          values: other ?? {},
          who: theirs.changedBy,
          when: theirs.changedAt,
        }}
        labels={Object.fromEntries(keys.map((key) => [key, partName(words, kind, key)]))}
        busy={busy}
        onSave={save}
        onDrop={onDrop}
      />
    </>
  );
}
