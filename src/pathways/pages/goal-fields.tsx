import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { GOAL_STATES, SET_BY } from "../codes.ts";
import type { Goal } from "../contract.ts";
import { newGoal } from "./plan-values.ts";
import { RowsField } from "./rows-field.tsx";
import type { FieldsProps } from "./section-fields.tsx";
import { Choice, DayOrNone, namedCodes, Words } from "./small-fields.tsx";

/** Goals with who set them and what was last said of them; or why there are none (CPL-17). */
export function GoalFields({ content, onChange, words, wrong }: FieldsProps): ReactElement {
  const { texts } = words;
  const { form } = texts;
  return (
    <section>
      <Heading level="3" size="xsmall">
        {texts.parts.goals}
      </Heading>
      {wrong("goals") && <p className="plan-wrong">{wrong("goals")}</p>}
      <RowsField<Goal>
        rows={content.goals}
        legend={(n) => fill(form.goal, { n })}
        add={form.addGoal}
        make={newGoal}
        onChange={(goals) => onChange({ ...content, goals })}
        fields={(goal, at, set) => (
          <div className="plan-fields">
            <Words
              label={form.goalText}
              value={goal.text}
              error={wrong(`goals/${at}/text`)}
              onChange={(text) => set({ text })}
            />
            <Choice
              label={texts.head.setBy}
              value={goal.setBy}
              error={undefined}
              options={namedCodes(SET_BY, texts.setBy)}
              onChange={(setBy) => set({ setBy: setBy as Goal["setBy"] })}
            />
            <Choice
              label={texts.head.state}
              value={goal.state}
              error={undefined}
              options={namedCodes(GOAL_STATES, texts.goalStates)}
              onChange={(state) => set({ state: state as Goal["state"] })}
            />
            <DayOrNone
              label={form.reviewed}
              value={goal.reviewed ?? ""}
              error={wrong(`goals/${at}/reviewed`)}
              onChange={(reviewed) => set({ reviewed: reviewed === "" ? null : reviewed })}
            />
            <Words label={form.review} value={goal.review} error={undefined} onChange={(review) => set({ review })} />
          </div>
        )}
      />
      {(content.goals.length === 0 || content.goalsLeftOut !== "") && (
        <div className="plan-fields">
          <Words
            label={texts.parts.goalsLeftOut}
            help={form.goalsLeftOutHelp}
            value={content.goalsLeftOut}
            error={wrong("goalsLeftOut")}
            onChange={(goalsLeftOut) => onChange({ ...content, goalsLeftOut })}
          />
        </div>
      )}
    </section>
  );
}
