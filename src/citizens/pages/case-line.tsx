import { Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CaseEntries, CaseEntry } from "../case-contract.ts";
import { CaseForm } from "./case-form.tsx";
import { citizenTexts } from "./citizen-texts.ts";

type Props = {
  readonly citizen: string;
  readonly data: CaseEntries;
  readonly entry: CaseEntry;
  readonly mayWrite: boolean;
  readonly onDone: (entries: CaseEntries, message: string) => void;
};

/** One entry: what and when, why, and changing it, ending it or taking it back. */
export function CaseLine({ citizen, data, entry, mayWrite, onDone }: Props): ReactElement {
  const { caseWork: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [isOpen, setOpen] = useState(false);
  const { kind, id, version, from, to, reason } = entry;
  const day = (iso: string): string => formatDay(iso, language);
  const gone = useMutation({
    mutationFn: () => post<CaseEntries>(`/case/${kind}/${encodeURIComponent(id)}/gone`, { version }),
    onSuccess: (entries) => onDone(entries, texts.gone),
  });
  const runs =
    to === null ? fill(texts.since, { from: day(from) }) : fill(texts.period, { from: day(from), to: day(to) });
  return (
    <li>
      {both(entry.label)} <span className="quiet">{kind === "step" ? day(from) : runs}</span>
      {reason !== "" && <span className="quiet">{` · ${reason}`}</span>}
      {entry.follows && <span className="quiet">{` · ${texts.follows}`}</span>}
      {mayWrite && !entry.follows && !isOpen && (
        <span className="case-tools no-print">
          <Button size="xsmall" variant="tertiary" onClick={() => setOpen(true)}>
            {kind !== "step" && to === null ? texts.changeOrEnd : texts.change}
          </Button>
          <Button size="xsmall" variant="tertiary" loading={gone.isPending} onClick={() => gone.mutate()}>
            {texts.takeBack}
          </Button>
        </span>
      )}
      {gone.error && <ProblemMessage error={gone.error} />}
      {isOpen && (
        <CaseForm
          citizen={citizen}
          data={data}
          changed={entry}
          onDone={(entries) => onDone(entries, texts.changed)}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
