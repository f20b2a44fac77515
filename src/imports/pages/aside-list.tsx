import { Button, Heading } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView, SetAsideRow } from "../contract.ts";
import { importTexts } from "./import-texts.ts";
import { findingsQuery } from "./queries.ts";

/** The rows that were set aside or taken with a reason; they stay listed, also when the files are gone. */
export function AsideList({
  view,
  mayRun,
}: {
  readonly view: BatchView;
  readonly mayRun: boolean;
}): ReactElement | null {
  const { aside: texts, rows } = useTexts(importTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { data } = useQuery(findingsQuery(view.id, view.version));
  const take = useMutation({
    mutationFn: ({ file, line }: SetAsideRow) => post(`/imports/${view.id}/take-in`, { file, line }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["import", view.id] }),
  });
  if (!data || data.setAside.length === 0) return null;
  const mayTake = mayRun && view.deeds.includes("setAside");
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <ul className="plain-list">
        {data.setAside.map((row) => (
          <li key={`${row.file}-${row.line}`} className="import-file">
            <p>
              <strong>{fill(texts.line, { file: row.fileName, line: row.line })}</strong>
              {` · ${texts[row.kind]}: ${row.reason}`}
            </p>
            <p className="quiet">
              {fill(texts.by, { by: row.madeBy, when: formatMoment(row.madeAt, language) })}
              {mayTake && (
                <Button size="xsmall" variant="tertiary" loading={take.isPending} onClick={() => take.mutate(row)}>
                  {rows.takeIn}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
