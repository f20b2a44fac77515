import { Button, Heading, InlineMessage } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { InterpreterNeed, InterpreterNeeds } from "../interpreter-contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { InterpreterForm } from "./interpreter-form.tsx";
import { interpreterQuery } from "./queries.ts";
import "./citizens.css";

/** What a citizen needs to be understood: noted here, and shown where meetings are booked (ASK-27). */
export function InterpreterPart({ citizen }: { readonly citizen: string }): ReactElement {
  const { interpreter: texts } = useTexts(citizenTexts);
  const { data, error, refetch } = useQuery(interpreterQuery(citizen));
  return (
    <section className="part" id="tolk">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={1} />}
      {data && <Needs citizen={citizen} data={data} />}
    </section>
  );
}

function Needs({ citizen, data }: { readonly citizen: string; readonly data: InterpreterNeeds }): ReactElement {
  const { interpreter: texts } = useTexts(citizenTexts);
  const queries = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const done = (needs: InterpreterNeeds, message: string): void => {
    queries.setQueryData(interpreterQuery(citizen).queryKey, needs);
    setOpen(null);
    setTold(message);
    // Where meetings are booked it is shown too.
    void queries.invalidateQueries({ queryKey: ["contact"] });
  };
  const form = (changed: InterpreterNeed | null): ReactElement => (
    <InterpreterForm
      citizen={citizen}
      data={data}
      changed={changed}
      onDone={(needs) => done(needs, texts.noted)}
      onClose={() => setOpen(null)}
    />
  );
  return (
    <>
      {data.needs.length === 0 && <p className="quiet">{texts.none}</p>}
      <ul className="case-list">
        {data.needs.map((need) => (
          <li key={`${need.id} ${need.version}`}>
            <NeedLine
              need={need}
              mayWrite={data.may.write && open === null}
              onChange={() => setOpen(need.id)}
              onGone={(needs) => done(needs, texts.gone)}
            />
            {open === need.id && form(need)}
          </li>
        ))}
      </ul>
      {data.may.write && open === null && (
        <Button className="no-print" size="small" variant="secondary" onClick={() => setOpen("new")}>
          {texts.note}
        </Button>
      )}
      {open === "new" && form(null)}
      <div role="status">{told !== "" && <InlineMessage status="success">{told}</InlineMessage>}</div>
    </>
  );
}

type LineProps = {
  readonly need: InterpreterNeed;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
  readonly onGone: (needs: InterpreterNeeds) => void;
};

function NeedLine({ need, mayWrite, onChange, onGone }: LineProps): ReactElement {
  const { interpreter: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const gone = useMutation({
    mutationFn: () =>
      post<InterpreterNeeds>(`/interpreter/${encodeURIComponent(need.id)}/gone`, { version: need.version }),
    onSuccess: onGone,
  });
  const from = formatDay(need.from, language);
  const runs =
    need.to === null ? fill(texts.since, { from }) : fill(texts.period, { from, to: formatDay(need.to, language) });
  const how = [both(need.wayLabel), ...(need.sexLabel ? [both(need.sexLabel)] : [])].join(" · ");
  return (
    <>
      {both(need.languageLabel)} <span className="quiet">{`${how} · ${runs}`}</span>
      {mayWrite && (
        <span className="case-tools no-print">
          <Button size="xsmall" variant="tertiary" onClick={onChange}>
            {texts.change}
          </Button>
          <Button size="xsmall" variant="tertiary" loading={gone.isPending} onClick={() => gone.mutate()}>
            {texts.takeBack}
          </Button>
        </span>
      )}
      {gone.error && <ProblemMessage error={gone.error} />}
    </>
  );
}
