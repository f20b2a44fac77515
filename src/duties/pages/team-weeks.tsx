import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Team } from "../team.ts";
import { dutyTexts } from "./duty-texts.ts";

type Week = Team["weeks"][number];

/** What falls due in each of the weeks ahead, in hours of conversations against what the unit can hold. */
export function TeamWeeks({ weeks }: Pick<Team, "weeks">): ReactElement {
  const { weeks: texts } = useTexts(dutyTexts).team;
  const most = Math.max(1, ...weeks.map(({ booked, unbooked, capacity }) => Math.max(booked + unbooked, capacity)));
  const heads = [texts.fallDue, texts.notBooked, texts.booked, texts.unbooked, texts.capacity];
  return (
    <>
      <ScrollBox name={texts.title}>
        <Table size="small" className="team-table">
          <caption className="aksel-sr-only">{texts.title}</caption>
          <Table.Header>
            <Table.Row>
              <Table.ColumnHeader scope="col">{texts.week}</Table.ColumnHeader>
              {heads.map((head) => (
                <Table.ColumnHeader key={head} scope="col" className="number">
                  {head}
                </Table.ColumnHeader>
              ))}
              <Table.ColumnHeader scope="col">{texts.bar}</Table.ColumnHeader>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {weeks.map((week) => (
              <WeekRow key={week.from} week={week} most={most} />
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
      <p className="quiet team-key">
        <span className="team-key-booked" aria-hidden />
        {texts.booked}
        <span className="team-key-unbooked" aria-hidden />
        {texts.unbooked}
        <span className="team-key-capacity" aria-hidden />
        {texts.capacity}
      </p>
    </>
  );
}

function WeekRow({ week, most }: { readonly week: Week; readonly most: number }): ReactElement {
  const { weeks: texts } = useTexts(dutyTexts).team;
  const { language } = useLanguage();
  const hours = (minutes: number): string => formatNumber(minutes / 60, language, 1);
  const isOver = week.booked + week.unbooked > week.capacity && week.capacity > 0;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" className="team-week">
        {fill(texts.days, { from: formatDay(week.from, language), to: formatDay(week.to, language) })}
      </Table.HeaderCell>
      <Table.DataCell className="number">{formatNumber(week.fallDue, language)}</Table.DataCell>
      <Table.DataCell className="number">{formatNumber(week.notBooked, language)}</Table.DataCell>
      <Table.DataCell className="number">{hours(week.booked)}</Table.DataCell>
      <Table.DataCell className="number">{hours(week.unbooked)}</Table.DataCell>
      <Table.DataCell className="number">{week.capacity === 0 ? NO_VALUE : hours(week.capacity)}</Table.DataCell>
      <Table.DataCell>
        <Bar week={week} most={most} />
        {isOver && (
          <span className="duty-late">
            {fill(texts.over, { hours: hours(week.booked + week.unbooked - week.capacity) })}
          </span>
        )}
      </Table.DataCell>
    </Table.Row>
  );
}

/** The hours as a bar, the same scale for all weeks, with a stroke where the capacity ends; its numbers stand beside it. */
function Bar({ week, most }: { readonly week: Week; readonly most: number }): ReactElement {
  const at = (minutes: number): number => (minutes * 100) / most;
  return (
    <svg className="team-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="team-bar-booked" x={0} y={1} width={at(week.booked)} height={8} />
      <rect className="team-bar-unbooked" x={at(week.booked)} y={1} width={at(week.unbooked)} height={8} />
      <rect className="team-bar-capacity" x={Math.max(0, at(week.capacity) - 0.6)} y={0} width={0.6} height={10} />
    </svg>
  );
}
