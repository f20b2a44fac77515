import { Heading, Radio, RadioGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenAppointments, SettleAsk } from "../contract.ts";
import { DECISIONS, type Decision, OUTCOMES, type Outcome } from "../rules/outcome.ts";
import { contactTexts } from "./contact-texts.ts";

/** What is told of a conversation that was not held. */
export type Absence = Pick<SettleAsk, "reason" | "isReasonable" | "decision" | "decidedWhy">;

type ChoiceProps = {
  readonly value: Outcome;
  readonly error: string | undefined;
  readonly onChoose: (outcome: Outcome) => void;
};

/** Held, missed or cancelled. */
export function OutcomeChoice({ value, error, onChoose }: ChoiceProps): ReactElement {
  const { outcome: texts } = useTexts(contactTexts);
  return (
    <RadioGroup size="small" legend={texts.title} value={value} error={error} onChange={onChoose}>
      {OUTCOMES.map((one) => (
        <Radio key={one} value={one}>
          {texts[one]}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** What the conversation goes through (CON-19). */
export function Guide({
  data,
  kind,
}: {
  readonly data: CitizenAppointments;
  readonly kind: string;
}): ReactElement | null {
  const { outcome: texts } = useTexts(contactTexts);
  const both = useBoth();
  const found = data.kinds.find(({ code }) => code === kind);
  if (!found) return null;
  return (
    <section className="contact-guide" aria-label={texts.guide}>
      <Heading level="3" size="xsmall">
        {texts.guide}
      </Heading>
      <ul>
        {found.guide.map((point) => (
          <li key={point.da}>{both(point)}</li>
        ))}
      </ul>
      <p className="quiet">{fill(texts.guideSource, { source: found.source })}</p>
    </section>
  );
}

type AbsenceProps = {
  readonly values: Absence;
  readonly onChange: (values: Absence) => void;
  readonly wrong: (field: string) => string | undefined;
  /** Is something to be decided: did somebody with a duty not come? */
  readonly decides: boolean;
};

/** Why it was not held, and what is decided when coming was a duty (CON-06). */
export function AbsenceFields({ values, onChange, wrong, decides }: AbsenceProps): ReactElement {
  const { outcome: texts, form } = useTexts(contactTexts);
  const set = (change: Partial<Absence>): void => onChange({ ...values, ...change });
  return (
    <div className="booking-fields">
      <TextField
        size="small"
        className="booking-wide"
        label={texts.reason}
        value={values.reason}
        error={wrong("reason")}
        autoComplete="off"
        onChange={(event) => set({ reason: event.target.value })}
      />
      {decides && (
        <>
          <Select
            size="small"
            label={texts.reasonable}
            value={values.isReasonable === null ? "" : String(values.isReasonable)}
            error={wrong("isReasonable")}
            onChange={(event) => set({ isReasonable: REASONABLE[event.target.value] ?? null })}
          >
            <option value="">{texts.notJudged}</option>
            <option value="true">{texts.yes}</option>
            <option value="false">{texts.no}</option>
          </Select>
          <Select
            size="small"
            label={texts.decision}
            value={values.decision ?? ""}
            error={wrong("decision")}
            onChange={(event) => set({ decision: (event.target.value || null) as Decision | null })}
          >
            <option value="">{form.choose}</option>
            {DECISIONS.map((decision) => (
              <option key={decision} value={decision}>
                {texts.decisions[decision]}
              </option>
            ))}
          </Select>
          <Textarea
            size="small"
            className="booking-wide"
            label={texts.decidedWhy}
            value={values.decidedWhy}
            error={wrong("decidedWhy")}
            minRows={2}
            onChange={(event) => set({ decidedWhy: event.target.value })}
          />
        </>
      )}
    </div>
  );
}

const REASONABLE: Readonly<Record<string, boolean>> = { true: true, false: false };
