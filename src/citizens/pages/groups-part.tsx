import { Heading, ReadMore, Tag } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenRecord } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { PartTable } from "./part-table.tsx";

type Props = { readonly data: CitizenRecord };

const WEEK = 7;

/** Continuous and accumulated time on support, the thresholds passed and the next one (CIT-10). */
export function TimePart({ data }: Props): ReactElement {
  const { record: texts, times } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const { time } = data;
  const weeks = (days: number): string => {
    const count = Math.floor(days / WEEK);
    return fill(countForm(language, count, texts.weeks), { count: formatNumber(count, language) });
  };
  const continuous = time.since
    ? fill(texts.continuousSince, {
        weeks: formatNumber(Math.floor(time.continuousDays / WEEK), language),
        day: formatDay(time.since, language),
      })
    : fill(texts.notNow, { day: formatDay(data.on, language) });
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.time}
      </Heading>
      <dl className="facts">
        <div>
          <dt>{texts.continuous}</dt>
          <dd>{continuous}</dd>
        </div>
        <div>
          <dt>{texts.accumulated}</dt>
          <dd>{weeks(time.accumulatedDays)}</dd>
        </div>
        <div>
          <dt>{texts.inThreeYears}</dt>
          <dd>{weeks(time.accumulatedInThreeYears)}</dd>
        </div>
        <div>
          <dt>{texts.reached}</dt>
          <dd>
            {time.reached.length === 0 && texts.reachedNone}
            {time.reached.map((id) => (
              <Tag key={id} size="xsmall" data-color="neutral" variant="outline" className="citizen-tag">
                {times[id]}
              </Tag>
            ))}
          </dd>
        </div>
        {time.next && (
          <div>
            <dt>{texts.next}</dt>
            <dd>{fill(texts.nextOn, { threshold: times[time.next.id], day: formatDay(time.next.on, language) })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** The main groupings side by side (CIT-03), the target group and the age rules (CIT-13). */
export function GroupsPart({ data }: Props): ReactElement {
  const { record: texts, ages } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const rows = data.groupings.map(({ id, label, source, assumption, reads, group }) => ({
    key: id,
    cells: [
      both(label),
      group ? both(group) : texts.noGroup,
      assumption && reads.length === 0 ? fill(texts.sourceRead, { source, assumption: both(assumption) }) : source,
    ],
  }));
  const read = data.groupings.filter(({ reads }) => reads.length > 0);
  return (
    <PartTable
      title={texts.groups}
      head={[texts.grouping, texts.group, texts.source]}
      rows={rows}
      empty={texts.noGroup}
    >
      <dl className="facts">
        <div>
          <dt>{texts.kinds.target_group}</dt>
          <dd>
            {data.targetGroups.length === 0 && texts.unknown}
            {data.targetGroups.map(({ group, from, to }) => (
              <span key={`${group.code} ${from}`} className="citizen-line">
                {fill(texts.groupFromTo, {
                  group: both(group.label),
                  from: formatDay(from, language),
                  to: to ? formatDay(to, language) : texts.runs,
                })}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{texts.ageRules}</dt>
          <dd>{data.ageRules.length === 0 ? texts.unknown : data.ageRules.map((rule) => ages[rule]).join(", ")}</dd>
        </div>
      </dl>
      {read.map((grouping) => (
        <ReadMore
          key={grouping.id}
          size="small"
          className="no-print"
          header={fill(texts.readSo, { grouping: both(grouping.label) })}
        >
          <dl className="facts">
            {grouping.reads.map(({ asked, read: answer, other }) => (
              <div key={asked.da}>
                <dt>{both(asked)}</dt>
                <dd>{fill(texts.readAnswer, { read: both(answer), other: both(other) })}</dd>
              </div>
            ))}
          </dl>
        </ReadMore>
      ))}
    </PartTable>
  );
}

/** Who is and was responsible. */
export function ResponsiblePart({ data }: Props): ReactElement {
  const { record: texts, list } = useTexts(citizenTexts);
  const { language } = useLanguage();
  return (
    <PartTable
      title={texts.responsible}
      head={[texts.unit, texts.staff, texts.from, texts.to]}
      empty={texts.noResponsible}
      rows={data.responsible.map(({ unit, staff, from, to }, at) => ({
        key: `${unit.id} ${from} ${at}`,
        cells: [
          unit.name ?? unit.id,
          staff ? (staff.name ?? staff.id) : list.nobody,
          formatDay(from, language),
          to ? formatDay(to, language) : texts.runs,
        ],
      }))}
    />
  );
}
