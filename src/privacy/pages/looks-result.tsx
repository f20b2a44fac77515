import { Button, InlineMessage, Table } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill, textOf } from "../../platform/texts/catalogue.ts";
import { formatMoment, NO_VALUE } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { saveCsv } from "../../platform/ui/csv.ts";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { LooksExport, LooksPage, Person } from "../contract.ts";
import type { da } from "../texts.da.ts";
import type { LooksAsked } from "./looks-asked.ts";
import { LooksForCitizen } from "./looks-for-citizen.tsx";
import { looksAsRows, purposeText } from "./looks-rows.ts";
import { privacyTexts } from "./privacy-texts.ts";

type Props = {
  readonly found: LooksPage;
  readonly asked: LooksAsked;
  readonly onAsk: (asked: LooksAsked) => void;
  readonly mayExport: boolean;
};

/** Who has looked at a citizen: a page of the log, and what can be handed to the citizen. */
export function LooksResult({ found, asked, onAsk, mayExport }: Props): ReactElement {
  const { looks: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const { person, total, size } = found;
  const named = personText(person, texts);
  return (
    <div className="looks">
      <p role="status">
        <strong>
          {total === 0
            ? fill(texts.none, { person: named })
            : fill(countForm(language, total, texts.found), { count: total, person: named })}
        </strong>
      </p>
      {person.restricted && <InlineMessage status="warning">{texts.restricted}</InlineMessage>}
      {mayExport && <Exports citizen={person.id} />}
      {total > 0 && <LooksTable found={found} asked={asked} onAsk={onAsk} />}
      <PageChoice
        total={total}
        pageSize={size}
        page={found.page + 1}
        onPage={(page) => onAsk({ ...asked, page: page - 1 })}
        label={texts.pages}
      />
    </div>
  );
}

function personText(
  { id, name, protected: isProtected }: Person,
  texts: Readonly<Record<keyof Wordings, string>>,
): string {
  if (isProtected) return fill(texts.protectedName, { id });
  return name === null ? fill(texts.withoutName, { id }) : fill(texts.withName, { id, name });
}

type Wordings = Pick<(typeof da)["looks"], "protectedName" | "withName" | "withoutName">;

function Exports({ citizen }: { readonly citizen: string }): ReactElement {
  const all = useTexts(privacyTexts);
  const { looks: texts } = all;
  const { language } = useLanguage();
  const [printed, setPrinted] = useState<LooksExport | null>(null);
  const take = useMutation({
    mutationFn: ({ names }: { readonly names: boolean; readonly print: boolean }) =>
      post<LooksExport>("/log/export", { citizen, names }),
    onSuccess: (taken, { print }) => {
      if (print) setPrinted(taken);
      else saveCsv(`${texts.file}-${citizen}.csv`, looksAsRows(taken, { texts: all, language }));
    },
  });
  if (printed) return <LooksForCitizen taken={printed} onClose={() => setPrinted(null)} />;
  return (
    <div className="privacy-buttons no-print">
      <Button size="small" variant="secondary" onClick={() => take.mutate({ names: false, print: false })}>
        {texts.exportCitizen}
      </Button>
      <Button size="small" variant="secondary" onClick={() => take.mutate({ names: false, print: true })}>
        {texts.print}
      </Button>
      <Button size="small" variant="tertiary" onClick={() => take.mutate({ names: true, print: false })}>
        {texts.exportOfficer}
      </Button>
      {take.error && <ProblemMessage error={take.error} />}
    </div>
  );
}

function LooksTable({ found, asked, onAsk }: Omit<Props, "mayExport">): ReactElement {
  const said = useTexts(privacyTexts);
  const texts = said.looks;
  const { language } = useLanguage();
  const columns = { at: texts.at, who: texts.who, unit: texts.unit, action: texts.action } as const;
  const sort = asked.sort ?? "at";
  const sortBy = (id: string): void => {
    const ascending = sort === id ? !asked.ascending : id !== "at";
    onAsk({ ...asked, page: 0, sort: id as keyof typeof columns, ascending });
  };
  return (
    <ScrollBox name={texts.title}>
      <Table
        size="small"
        sort={{ orderBy: sort, direction: asked.ascending ? "ascending" : "descending" }}
        onSortChange={sortBy}
      >
        <caption className="aksel-sr-only">{texts.title}</caption>
        <Table.Header>
          <Table.Row>
            {Object.entries(columns).map(([key, label]) => (
              <Table.ColumnHeader key={key} scope="col" sortKey={key} sortable>
                {label}
              </Table.ColumnHeader>
            ))}
            {[texts.role, texts.purpose, texts.data].map((label) => (
              <Table.HeaderCell key={label} scope="col">
                {label}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {found.looks.map(({ entry, at, who, unit, action, role, purpose, change, data, persons }) => (
            <Table.Row key={entry}>
              <Table.DataCell>{formatMoment(at, language)}</Table.DataCell>
              <Table.DataCell>{who}</Table.DataCell>
              <Table.DataCell>{unit ?? NO_VALUE}</Table.DataCell>
              <Table.DataCell>
                {textOf(said.actions, action)}
                {change && <div className="quiet">{texts.changed}</div>}
                {persons > 1 && <div className="quiet">{fill(texts.several, { count: persons - 1 })}</div>}
              </Table.DataCell>
              <Table.DataCell>{textOf(said.roles, role)}</Table.DataCell>
              <Table.DataCell>{purposeText(purpose, said.purposes)}</Table.DataCell>
              <Table.DataCell>{data.length === 0 ? NO_VALUE : data.join(", ")}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
