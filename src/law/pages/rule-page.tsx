import { Heading, Tag } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { addDays, isoDay, parseDay } from "../../platform/kernel/day.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { ApiError } from "../../platform/ui/api.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { FIELDS } from "../contract.ts";
import type { RuleHistory, RuleLine } from "../page.ts";
import { fieldOf } from "../shown-rules.ts";
import { lawTexts } from "./law-texts.ts";
import { ruleQuery } from "./queries.ts";
import { RuleFields } from "./rule-fields.tsx";
import { RuleMarks } from "./rule-marks.tsx";
import "./law.css";

/** One rule: what it says, all its rows through time, where a trial sets it aside, and what else is about the same. */
export function RulePage({ rule, on }: { readonly rule: string; readonly on: string }): ReactElement {
  const { rule: texts } = useTexts(lawTexts);
  const { data, error, refetch } = useQuery(ruleQuery(rule, on));
  const isMissing = error instanceof ApiError && error.problem.status === 404;
  return (
    <main className="page law" id="content">
      <p className="no-print">
        <AppLink to="/loven" search={{ on }}>
          {texts.back}
        </AppLink>
      </p>
      {!data && (
        <PageHeading title={rule} size="medium">
          {rule}
        </PageHeading>
      )}
      {isMissing && <p>{texts.missing}</p>}
      {error && !isMissing && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && <Found data={data} />}
    </main>
  );
}

function Found({ data }: { readonly data: RuleHistory }): ReactElement {
  const { rule: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const day = formatDay(data.on, language);
  const shown = data.rows.find(({ isInForce }) => isInForce) ?? data.rows[0];
  const says = shown && fieldOf(shown.line, "says");
  const holds = data.rows.some(({ line }) => line.first <= data.on && (line.last === null || data.on <= line.last));
  const isInForce = data.rows.some((row) => row.isInForce);
  return (
    <>
      <PageHeading title={data.id} size="medium">
        {says ? both(says.text) : data.id}
      </PageHeading>
      <p className="quiet">
        {data.id}
        {shown && <RuleMarks line={shown.line} />}
      </p>
      {!isInForce && <p>{fill(holds ? texts.setAside : texts.notInForce, { day })}</p>}
      {data.setAside.map((aside) => (
        <Aside key={aside.paragraph} aside={aside} name={data.municipality.name} />
      ))}
      <section className="part">
        <Heading level="2" size="small">
          {texts.history}
        </Heading>
        <p className="quiet">{data.rows.length > 1 ? texts.changedFrom : texts.only}</p>
        {data.rows.map((row, at) => (
          <Row key={row.line.first} row={row} earlier={data.rows[at + 1]?.line} on={data.on} />
        ))}
      </section>
      {data.alike.length > 0 && <Alike rules={data.alike} on={data.on} />}
    </>
  );
}

function Aside({ aside, name }: { aside: RuleHistory["setAside"][number]; name: string }): ReactElement {
  const { own: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const values = {
    paragraph: aside.paragraph,
    municipality: name,
    first: formatDay(aside.first, language),
    last: aside.last === null ? "" : formatDay(aside.last, language),
  };
  return <p>{fill(aside.last === null ? texts.asideOneOpen : texts.asideOne, values)}</p>;
}

type RowProps = {
  readonly row: RuleHistory["rows"][number];
  /** The row before it in time. */
  readonly earlier: RuleLine | undefined;
  readonly on: string;
};

function Row({ row, earlier, on }: RowProps): ReactElement {
  const { rule: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const gap = earlier ? gapBetween(earlier.last, row.line.first) : null;
  return (
    <article className="law-row">
      <Heading level="3" size="xsmall">
        <Days line={row.line} />
        {row.isInForce && (
          <Tag className="law-tag" size="xsmall" data-color="success" variant="outline">
            {fill(texts.inForce, { day: formatDay(on, language) })}
          </Tag>
        )}
      </Heading>
      <RuleFields line={row.line} names={FIELDS} on={on} differing={row.differing} />
      {gap && (
        <p className="quiet">
          {fill(texts.gap, { first: formatDay(gap.first, language), last: formatDay(gap.last, language) })}
        </p>
      )}
    </article>
  );
}

/** The days between two rows of which no text is known, if any. */
function gapBetween(last: string | null, next: string): { readonly first: string; readonly last: string } | null {
  const [from, until] = [parseDay(last ?? ""), parseDay(next)];
  if (from === null || until === null || until - from <= 1) return null;
  return { first: isoDay(addDays(from, 1)), last: isoDay(addDays(until, -1)) };
}

function Days({ line }: { readonly line: RuleLine }): ReactElement {
  const { rule: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const first = formatDay(line.first, language);
  const last = line.last === null ? "" : formatDay(line.last, language);
  return <>{fill(line.last === null ? texts.rowOpen : texts.row, { first, last })}</>;
}

/** Rules that ask for the same of some of the same people, in the order of time. */
function Alike({ rules, on }: { readonly rules: readonly RuleLine[]; readonly on: string }): ReactElement {
  const { rule: texts, field, own, norm } = useTexts(lawTexts);
  const both = useBoth();
  const said = (line: RuleLine, name: "says" | "who"): string => {
    const found = fieldOf(line, name);
    return found ? both(found.text) : "";
  };
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.alike}
      </Heading>
      <p className="quiet">{texts.alikeLead}</p>
      <SmallTable
        name={texts.alike}
        head={[field.inForce, field.says, field.who, own.level]}
        rows={rules.map((line) => ({
          key: `${line.id} ${line.first}`,
          cells: [
            <Days key="days" line={line} />,
            <AppLink key="rule" to="/loven/$rule" params={{ rule: line.id }} search={{ on }} walk>
              {said(line, "says")}
            </AppLink>,
            said(line, "who"),
            norm[line.norm],
          ],
        }))}
      />
    </section>
  );
}
