import { Button, Heading } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView, ReconciliationView } from "../contract.ts";
import { ComparedPart } from "./compared-part.tsx";
import { importTexts } from "./import-texts.ts";
import { ProgressOf } from "./progress.tsx";
import { reconciliationQuery } from "./queries.ts";

/** The files beside the records: who is missing, whose days differ, what the months add up to. Changes nothing. */
export function ReconcilePart({ view }: { readonly view: BatchView }): ReactElement {
  const { reconcile: texts } = useTexts(importTexts);
  const queries = useQueryClient();
  const { data, error } = useQuery(reconciliationQuery(view.id));
  const compare = useMutation({
    mutationFn: () => post(`/imports/${view.id}/reconcile`),
    onSettled: () => queries.invalidateQueries({ queryKey: ["import", view.id, "reconciliation"] }),
  });
  const asked = data?.reconciliation ?? null;
  const isUnderWay = asked?.state === "asked";
  const problem = compare.error ?? error;
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <p className="quiet">{texts.lead}</p>
      {!isUnderWay && (
        <Button
          size="small"
          variant="secondary"
          className="no-print"
          loading={compare.isPending}
          onClick={() => compare.mutate()}
        >
          {asked ? texts.again : texts.compare}
        </Button>
      )}
      {problem && <ProblemMessage error={problem} />}
      {isUnderWay && <ProgressOf progress={asked.progress} />}
      <div role="status">{asked && !isUnderWay && <Ended batch={view.id} asked={asked} />}</div>
    </section>
  );
}

function Ended({ batch, asked }: { readonly batch: string; readonly asked: ReconciliationView }): ReactElement {
  const { reconcile: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const when = formatMoment(asked.endedAt ?? asked.askedAt, language);
  return (
    <>
      {asked.failure && <p className="import-wrong">{both(asked.failure)}</p>}
      {asked.found && <ComparedPart batch={batch} found={asked.found} />}
      <p className="quiet">{fill(texts.meta, { by: asked.askedBy, when })}</p>
    </>
  );
}
