import { Button, Heading, InlineMessage, Select, Textarea, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { NewRequest, PrivacyRequest } from "../contract.ts";
import { privacyTexts } from "./privacy-texts.ts";
import { requestsQuery } from "./queries.ts";

const EMPTY: NewRequest = { kind: "access", citizen: "", received: "", source: "citizen", details: "" };

/** Registers what a citizen has asked. */
export function RequestForm(): ReactElement {
  const { requests: texts, looks } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<NewRequest>(EMPTY);
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => post<PrivacyRequest>("/privacy/requests", asked),
    onSuccess: async () => {
      setAsked(EMPTY);
      setTried(false);
      await queries.invalidateQueries({ queryKey: requestsQuery.queryKey });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (asked.citizen.trim() !== "" && asked.received !== "") save.mutate();
  };
  return (
    <section className="part no-print">
      <Heading level="2" size="small">
        {texts.add}
      </Heading>
      <form className="privacy-form" onSubmit={submit} autoComplete="off">
        <TextField
          size="small"
          label={texts.citizen}
          value={asked.citizen}
          error={isTried && asked.citizen.trim() === "" ? texts.noCitizen : undefined}
          onChange={(event) => setAsked({ ...asked, citizen: event.target.value })}
        />
        <Select
          size="small"
          label={texts.kind}
          value={asked.kind}
          onChange={(event) => setAsked({ ...asked, kind: event.target.value as NewRequest["kind"] })}
        >
          {Object.entries(texts.kinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          label={texts.source}
          value={asked.source}
          onChange={(event) => setAsked({ ...asked, source: event.target.value as NewRequest["source"] })}
        >
          {Object.entries(texts.sources).map(([source, label]) => (
            <option key={source} value={source}>
              {label}
            </option>
          ))}
        </Select>
        <DayField
          label={texts.received}
          value={asked.received}
          wrong={looks.badDay}
          missing={isTried && asked.received === "" ? texts.noDay : undefined}
          onChange={(received) => setAsked({ ...asked, received })}
        />
        <Textarea
          className="wide"
          size="small"
          minRows={2}
          label={texts.details}
          value={asked.details}
          onChange={(event) => setAsked({ ...asked, details: event.target.value })}
        />
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
      </form>
      <div role="status">
        {save.data && (
          <InlineMessage status="success">
            {fill(texts.saved, { deadline: formatDay(save.data.deadline, language) })}
          </InlineMessage>
        )}
      </div>
      {save.error && <ProblemMessage error={save.error} />}
    </section>
  );
}
