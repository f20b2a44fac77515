import { Button, Select, Textarea } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatMoment } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { PrivacyRequest, StepKind } from "../contract.ts";
import { privacyTexts } from "./privacy-texts.ts";

type Props = { readonly request: PrivacyRequest; readonly onGather: (citizen: string) => void };

/** Steps that make sense for each kind of request, the most likely first. */
const NEXT: Readonly<Record<PrivacyRequest["kind"], readonly StepKind[]>> = {
  access: ["handed_over", "extended", "refused", "note"],
  rectification: ["granted", "corrected", "told", "refused", "extended", "note"],
  restriction: ["granted", "refused", "told", "extended", "note"],
};

/** What has been done about a request, and the next step. */
export function RequestSteps({ request, onGather }: Props): ReactElement {
  const { requests: texts, retention } = useTexts(privacyTexts);
  const { language } = useLanguage();
  return (
    <div>
      {request.details && <p>{request.details}</p>}
      <strong>{texts.steps}</strong>
      {request.steps.length === 0 ? (
        <p className="quiet">{texts.noSteps}</p>
      ) : (
        <ol className="request-steps">
          {request.steps.map(({ number, kind, note, until, who, at }) => (
            <li key={number}>
              {texts.stepKinds[kind]}
              {until && ` (${formatDay(until, language)})`}
              {note && `: ${note}`}{" "}
              <span className="quiet">{fill(retention.rowDate, { who, at: formatMoment(at, language) })}</span>
            </li>
          ))}
        </ol>
      )}
      <div className="privacy-buttons no-print">
        <Button size="small" variant="secondary" onClick={() => onGather(request.citizen)}>
          {texts.gather}
        </Button>
      </div>
      <NextStep request={request} />
    </div>
  );
}

function NextStep({ request }: { readonly request: PrivacyRequest }): ReactElement {
  const { requests: texts, looks } = useTexts(privacyTexts);
  const queries = useQueryClient();
  const isOver = request.state === "done" || request.state === "refused";
  const kinds = NEXT[request.kind].filter((kind) => !isOver || kind === "note" || kind === "told");
  const [chosen, setChosen] = useState<StepKind | null>(null);
  const [note, setNote] = useState("");
  const [until, setUntil] = useState("");
  const kind = chosen !== null && kinds.includes(chosen) ? chosen : (kinds[0] ?? "note");
  const take = useMutation({
    mutationFn: () =>
      post<PrivacyRequest>(`/privacy/requests/${request.id}/steps`, {
        kind,
        note,
        version: request.version,
        ...(kind === "extended" && until && { until }),
      }),
    onSuccess: async () => {
      setNote("");
      await queries.invalidateQueries({ queryKey: ["privacy"] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take.mutate();
  };
  return (
    <form className="privacy-form no-print" onSubmit={submit}>
      <Select
        size="small"
        label={texts.next}
        value={kind}
        onChange={(event) => setChosen(event.target.value as StepKind)}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {texts.stepKinds[one]}
          </option>
        ))}
      </Select>
      {kind === "extended" && <DayField label={texts.until} value={until} wrong={looks.badDay} onChange={setUntil} />}
      <Textarea
        className="wide"
        size="small"
        minRows={1}
        label={texts.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button size="small" type="submit" loading={take.isPending}>
        {texts.take}
      </Button>
      {take.error && <ProblemMessage error={take.error} />}
    </form>
  );
}
