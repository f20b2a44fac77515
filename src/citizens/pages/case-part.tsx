import { Button, Heading, InlineMessage } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CaseEntries, CaseEntry } from "../case-contract.ts";
import { CaseForm } from "./case-form.tsx";
import { CaseLine } from "./case-line.tsx";
import { citizenTexts } from "./citizen-texts.ts";
import { caseQuery } from "./queries.ts";

const KINDS = ["target_group", "circumstance", "step"] as const;
/** As many of a kind as can be taken in at a glance. */
const FEW = 5;

/** What rules turn on in a case, noted by hand: the target group, what holds for a time, and what has happened. */
export function CasePart({ citizen }: { readonly citizen: string }): ReactElement {
  const { caseWork: texts } = useTexts(citizenTexts);
  const { data, error, refetch } = useQuery(caseQuery(citizen));
  return (
    <section className="part" id="sagen">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data && <Case citizen={citizen} data={data} />}
    </section>
  );
}

function Case({ citizen, data }: { readonly citizen: string; readonly data: CaseEntries }): ReactElement {
  const { caseWork: texts } = useTexts(citizenTexts);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState("");
  const done = (entries: CaseEntries, message: string): void => {
    queries.setQueryData(caseQuery(citizen).queryKey, entries);
    setOpen(false);
    setTold(message);
    // Duties, the record and the timeline follow from what was noted.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== caseQuery(citizen).queryKey[0] });
  };
  const mayWrite = data.may.write && data.isOpen;
  return (
    <>
      {KINDS.map((kind) => (
        <Kind
          key={kind}
          title={texts.kinds[kind]}
          none={texts.none[kind]}
          entries={data.entries.filter((entry) => entry.kind === kind)}
          line={(entry) => (
            <CaseLine
              key={`${entry.id} ${entry.version}`}
              citizen={citizen}
              data={data}
              entry={entry}
              mayWrite={mayWrite}
              onDone={done}
            />
          )}
        />
      ))}
      {mayWrite && !isOpen && (
        <Button className="no-print" size="small" variant="secondary" onClick={() => setOpen(true)}>
          {texts.note}
        </Button>
      )}
      {!data.isOpen && <p className="quiet">{texts.closed}</p>}
      {isOpen && (
        <CaseForm
          citizen={citizen}
          data={data}
          changed={null}
          onDone={(entries) => done(entries, texts.noted)}
          onClose={() => setOpen(false)}
        />
      )}
      <div role="status">{told !== "" && <InlineMessage status="success">{told}</InlineMessage>}</div>
    </>
  );
}

type KindProps = {
  readonly title: string;
  readonly none: string;
  readonly entries: readonly CaseEntry[];
  readonly line: (entry: CaseEntry) => ReactElement;
};

function Kind({ title, none, entries, line }: KindProps): ReactElement {
  const { caseWork: texts } = useTexts(citizenTexts);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? entries : entries.slice(0, FEW);
  return (
    <>
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      {entries.length === 0 ? <p className="quiet">{none}</p> : <ul className="case-list">{shown.map(line)}</ul>}
      {entries.length > shown.length && (
        <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => setWhole(true)}>
          {texts.earlier}
        </Button>
      )}
    </>
  );
}
