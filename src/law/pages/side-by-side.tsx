import { Heading, Table, Tag } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { FIELDS, type FieldName } from "../contract.ts";
import type { LawDifference, RuleLine } from "../page.ts";
import { fieldOf } from "../shown-rules.ts";
import { lawTexts } from "./law-texts.ts";
import { FieldText } from "./rule-fields.tsx";
import { RuleMarks } from "./rule-marks.tsx";

/** Seen also when they are the same, so that one knows what is compared. */
const ALWAYS: readonly FieldName[] = ["says", "who", "deadline"];

type Props = {
  readonly pair: LawDifference["changed"][number];
  readonly days: Pick<LawDifference, "before" | "after">;
};

/** A rule as it was and as it is, side by side, with a mark on each part that reads differently. */
export function SideBySide({ pair, days }: Props): ReactElement {
  const { change: texts, field } = useTexts(lawTexts);
  const { language } = useLanguage();
  const { before, after, differing } = pair;
  const isSame = before.id === after.id;
  const name = isSame ? `${after.id}: ${texts.sameRule}` : fill(texts.replaced, { before: before.id, after: after.id });
  const said = new Set([...before.fields, ...after.fields].map((each) => each.name));
  const names = FIELDS.filter((each) => said.has(each) && (differing.includes(each) || ALWAYS.includes(each)));
  return (
    <div className="law-pair">
      <Heading level="3" size="xsmall">
        {name}
      </Heading>
      <ScrollBox name={name}>
        <Table size="small">
          <caption className="aksel-sr-only">{name}</caption>
          <Table.Header>
            <Table.Row>
              <Table.ColumnHeader scope="col">{texts.what}</Table.ColumnHeader>
              <Side line={before} on={days.before} day={formatDay(days.before, language)} />
              <Side line={after} on={days.after} day={formatDay(days.after, language)} />
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {names.map((each) => (
              <Table.Row key={each} className={differing.includes(each) ? "law-differs" : undefined}>
                <Table.HeaderCell scope="row">
                  {field[each]}
                  {differing.includes(each) && (
                    <Tag className="law-tag" size="xsmall" data-color="info" variant="outline">
                      {texts.differs}
                    </Tag>
                  )}
                </Table.HeaderCell>
                <Cell line={before} name={each} on={days.before} />
                <Cell line={after} name={each} on={days.after} />
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </div>
  );
}

type SideProps = { readonly line: RuleLine; readonly on: string; readonly day: string };

function Side({ line, on, day }: SideProps): ReactElement {
  return (
    <Table.ColumnHeader scope="col">
      {day}{" "}
      <AppLink to="/loven/$rule" params={{ rule: line.id }} search={{ on }}>
        {line.id}
      </AppLink>
      <RuleMarks line={line} />
    </Table.ColumnHeader>
  );
}

type CellProps = { readonly line: RuleLine; readonly name: FieldName; readonly on: string };

function Cell({ line, name, on }: CellProps): ReactElement {
  const { change: texts } = useTexts(lawTexts);
  const found = fieldOf(line, name);
  return (
    <Table.DataCell>
      {found ? <FieldText field={found} on={on} /> : <span className="quiet">{texts.nothing}</span>}
    </Table.DataCell>
  );
}
