import { Checkbox, type SortState, Table } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { DayFilter } from "../rules/day-list.ts";
import { minutesOf, sumOf, WEEKS_AHEAD } from "../rules/load.ts";
import type { Team, TeamMember } from "../team.ts";
import { ON_NO_LIST } from "./day-search.ts";
import { dutyTexts } from "./duty-texts.ts";

/** The duties of My day that each line counts, each number the way to its list. */
const COUNTED: readonly DayFilter[] = ["overdue", "week", "not_booked", "resting", "all"];

type Column = "name" | "cases" | "meetings" | "load" | "capacity" | DayFilter;

/** A line of the table: somebody, nobody, or all together. */
type Line = Pick<TeamMember, "cases" | "counts" | "meetings" | "load" | "capacity"> & {
  readonly name: string;
  readonly about: string;
  /** What My day calls them in its address; undefined for all. */
  readonly list: string | undefined;
};

/** Who has how much to do: cases, duties, meetings, and hours a week against what their time allows. */
export function TeamMembers({ team }: { readonly team: Team }): ReactElement {
  const { team: texts, day } = useTexts(dutyTexts);
  const { members: own } = texts;
  const [sort, setSort] = useState<SortState>({ orderBy: "load", direction: "descending" });
  const [isOver, setOver] = useState(false);
  const everybody = useLines(team);
  const lines = everybody.filter((line) => !isOver || isOverfull(line)).toSorted(order(sort));
  const nobody = nobodyLine(team, own.nobody);
  const all = [...everybody, ...(nobody ? [nobody] : [])];
  const heads: readonly (readonly [Column, string])[] = [
    ["cases", own.cases],
    ...COUNTED.map((filter) => [filter, day.filter[filter]] as const),
    ["meetings", own.meetings],
    ["load", own.load],
    ["capacity", own.capacity],
  ];
  const by = (orderBy: string): void =>
    setSort({
      orderBy,
      direction: sort.orderBy === orderBy && sort.direction === "descending" ? "ascending" : "descending",
    });
  return (
    <>
      <Checkbox className="no-print" size="small" checked={isOver} onChange={(event) => setOver(event.target.checked)}>
        {own.over}
      </Checkbox>
      <ScrollBox name={own.title}>
        <Table size="small" className="team-table" sort={sort} onSortChange={by}>
          <caption className="aksel-sr-only">{own.title}</caption>
          <Table.Header>
            <Table.Row>
              <Table.ColumnHeader sortKey="name" sortable scope="col">
                {own.member}
              </Table.ColumnHeader>
              {heads.map(([column, label]) => (
                <Table.ColumnHeader key={column} sortKey={column} sortable scope="col" className="number">
                  {label}
                </Table.ColumnHeader>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {nobody && <MemberRow line={nobody} unit={team.unit} />}
            {lines.map((line) => (
              <MemberRow key={line.list} line={line} unit={team.unit} />
            ))}
            <MemberRow line={{ ...sumLine(all), name: own.total }} unit={team.unit} isTotal />
          </Table.Body>
        </Table>
      </ScrollBox>
      {lines.length === 0 && <p className="quiet">{isOver ? own.noneOver : own.none}</p>}
    </>
  );
}

function useLines({ members }: Team): readonly Line[] {
  const { members: texts } = useTexts(dutyTexts).team;
  const { language } = useLanguage();
  return members.map(({ person, name, share, role, ...rest }) => ({
    ...rest,
    name: name ?? person,
    about:
      share === null
        ? texts.left
        : [role?.[language], fill(texts.share, { share: formatNumber(share / 10, language) })]
            .filter((part) => part !== undefined)
            .join(", "),
    list: person,
  }));
}

/** What nobody has, when there is something. */
function nobodyLine({ nobody: { cases, counts, load } }: Team, name: string): Line | null {
  const sum = cases.reduce((all, one) => all + one.cases, 0);
  if (sum === 0 && (counts.all ?? 0) + (counts.resting ?? 0) === 0) return null;
  return { name, about: "", list: ON_NO_LIST, cases: sum, counts, load, meetings: 0, capacity: 0 };
}

function sumLine(lines: readonly Line[]): Omit<Line, "name"> {
  const sum = (of: (line: Line) => number): number => lines.reduce((all, line) => all + of(line), 0);
  const counts = Object.fromEntries(COUNTED.map((filter) => [filter, sum((line) => line.counts[filter] ?? 0)]));
  const { booked, unbooked } = sumOf(lines.map(({ load }) => load));
  return {
    about: "",
    list: undefined,
    cases: sum((line) => line.cases),
    counts: counts as Line["counts"],
    meetings: sum((line) => line.meetings),
    load: { booked: [...booked], unbooked: [...unbooked] },
    capacity: sum((line) => line.capacity),
  };
}

const minutesAWeek = ({ load }: Pick<Line, "load">): number => minutesOf(load) / WEEKS_AHEAD;

/** Has somebody more hours than their time allows? Of those whose time is not counted it cannot be said. */
const isOverfull = (line: Line): boolean => line.capacity > 0 && minutesAWeek(line) > line.capacity;

function order({ orderBy, direction }: SortState): (a: Line, b: Line) => number {
  const sign = direction === "ascending" ? 1 : -1;
  const value = (line: Line): number => {
    if (orderBy === "cases" || orderBy === "meetings" || orderBy === "capacity") return line[orderBy];
    return orderBy === "load" ? minutesAWeek(line) : (line.counts[orderBy as DayFilter] ?? 0);
  };
  const byName = (a: Line, b: Line): number => a.name.localeCompare(b.name, "da");
  return orderBy === "name" ? (a, b) => -sign * byName(a, b) : (a, b) => sign * (value(a) - value(b)) || byName(a, b);
}

type RowProps = { readonly line: Line; readonly unit: string | null; readonly isTotal?: boolean };

function MemberRow({ line, unit, isTotal = false }: RowProps): ReactElement {
  const { members: texts } = useTexts(dutyTexts).team;
  const { language } = useLanguage();
  const hours = (minutes: number): string => formatNumber(minutes / 60, language, 1);
  const load = minutesAWeek(line);
  const isOver = isOverfull(line);
  const search = {
    hvis: "enhed",
    ...(line.list === undefined ? {} : { medarbejder: line.list }),
    ...(unit === null ? {} : { enhed: unit }),
  };
  return (
    <Table.Row className={isTotal ? "team-total" : undefined}>
      <Table.HeaderCell scope="row">
        {line.name}
        {line.about !== "" && <span className="quiet team-about">{line.about}</span>}
      </Table.HeaderCell>
      <Table.DataCell className="number">{formatNumber(line.cases, language)}</Table.DataCell>
      {COUNTED.map((filter) => (
        <Table.DataCell key={filter} className="number">
          {(line.counts[filter] ?? 0) === 0 ? (
            formatNumber(0, language)
          ) : (
            <AppLink to="/min-dag" search={{ ...search, vis: filter }}>
              {formatNumber(line.counts[filter] ?? 0, language)}
            </AppLink>
          )}
        </Table.DataCell>
      ))}
      <Table.DataCell className="number">{formatNumber(line.meetings, language)}</Table.DataCell>
      <Table.DataCell className={isOver ? "number duty-late" : "number"}>
        {isOver ? fill(texts.isOver, { hours: hours(load) }) : hours(load)}
      </Table.DataCell>
      <Table.DataCell className="number">{line.capacity === 0 ? NO_VALUE : hours(line.capacity)}</Table.DataCell>
    </Table.Row>
  );
}
