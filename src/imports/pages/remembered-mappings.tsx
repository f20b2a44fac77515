import { Button, Heading, Table } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import { remove } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { importTexts } from "./import-texts.ts";
import { rememberedQuery } from "./queries.ts";

/** The mappings that are used without asking, and the way to forget one. Nothing while there are none. */
export function RememberedMappings({ mayForget }: { readonly mayForget: boolean }): ReactElement | null {
  const { remembered: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const queries = useQueryClient();
  const { data } = useQuery(rememberedQuery);
  const forget = useMutation({
    mutationFn: (id: string) => remove(`/imports/mappings/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: rememberedQuery.queryKey }),
  });
  if (!data || data.mappings.length === 0) return null;
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <p className="quiet">{texts.lead}</p>
      {forget.error && <ProblemMessage error={forget.error} />}
      <ScrollBox name={texts.title}>
        <Table size="small">
          <caption className="aksel-sr-only">{texts.title}</caption>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{texts.name}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.fact}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.by}</Table.HeaderCell>
              {mayForget && <Table.HeaderCell scope="col">{texts.forget}</Table.HeaderCell>}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.mappings.map(({ id, name, fact, madeBy, madeAt }) => (
              <Table.Row key={id}>
                <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
                <Table.DataCell>{both(fact.label)}</Table.DataCell>
                <Table.DataCell>{`${madeBy}, ${formatMoment(madeAt, language)}`}</Table.DataCell>
                {mayForget && (
                  <Table.DataCell>
                    <Button
                      size="xsmall"
                      variant="tertiary"
                      loading={forget.isPending && forget.variables === id}
                      aria-label={fill(texts.forgetLong, { name })}
                      onClick={() => forget.mutate(id)}
                    >
                      {texts.forget}
                    </Button>
                  </Table.DataCell>
                )}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </section>
  );
}
