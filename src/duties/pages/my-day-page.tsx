import { Button, Chips, Heading, Select, ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Calendar } from "../../contact/contract.ts";
import { CalendarFileLink, CalendarTable, calendarQuery, LettersInHandPart } from "../../contact/web.tsx";
import { WatchLine } from "../../pathways/web.tsx";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { getFile } from "../../platform/ui/api.ts";
import { ColumnMenu } from "../../platform/ui/column-menu.tsx";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { type Columns, useColumns } from "../../platform/ui/use-columns.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { DAY_COLUMN_SET, type DayColumn } from "../columns.ts";
import type { MyDay } from "../day.ts";
import { DAY_FILTERS, type DayFilter } from "../rules/day-list.ts";
import { dayLine } from "./day-line.ts";
import { type DaySearch, ON_NO_LIST, USUAL_WEEKS } from "./day-search.ts";
import { DutyTable } from "./duty-table.tsx";
import { dutyTexts } from "./duty-texts.ts";
import { FollowParts } from "./follow-parts.tsx";
import { ManyBar } from "./many-bar.tsx";
import { dayAsk, myDayQuery } from "./queries.ts";
import { SavedViewsBar } from "./saved-views.tsx";
import { useChosen } from "./use-chosen.ts";
import "./my-day.css";

type PageProps = {
  readonly search: DaySearch;
  /** What the reader may do. */
  readonly may: readonly string[];
};

/** My day: today's meetings, and what must be done by when, for one's own citizens or the whole unit. */
export function MyDayPage({ search, may }: PageProps): ReactElement {
  const { day: texts } = useTexts(dutyTexts);
  const navigate = useNavigate();
  const whose = search.hvis === "enhed" ? "unit" : "mine";
  const duties = useQuery(myDayQuery(search));
  const isOnly = search.medarbejder !== undefined || search.enhed !== undefined;
  const meetings = useQuery({ ...calendarQuery({ days: 1, whose }), enabled: !isOnly });
  const go = (change: DaySearch): void => void navigate({ to: "/min-dag", search: { ...search, side: 1, ...change } });
  const columns = useColumns("springbraet.my-day.columns", DAY_COLUMN_SET, {
    text: search.kolonner,
    onChange: (kolonner) => go({ kolonner, side: search.side }),
  });
  const error = duties.error ?? meetings.error;
  return (
    <main className="page my-day" id="content">
      <PageHeading title={texts.title} size="medium">
        <FirstLine duties={duties.data} calendar={isOnly ? null : meetings.data} />
      </PageHeading>
      <ToggleGroup
        className="no-print"
        size="small"
        label={texts.whose}
        value={whose}
        onChange={(value) =>
          go({ hvis: value === "unit" ? "enhed" : undefined, medarbejder: undefined, enhed: undefined })
        }
      >
        <ToggleGroup.Item value="mine" label={texts.mine} />
        <ToggleGroup.Item value="unit" label={texts.unit} />
      </ToggleGroup>
      {error && <ProblemMessage error={error} again={() => void Promise.all([duties.refetch(), meetings.refetch()])} />}
      <SavedViewsBar
        search={{ ...search, kolonner: columns.text || undefined }}
        onChoose={(saved) => void navigate({ to: "/min-dag", search: saved })}
      />
      {!isOnly && (
        <>
          <WatchLine whose={whose} />
          <Meetings whose={whose} calendar={meetings.data} isFailed={error !== null} />
          <LettersInHandPart whose={whose} />
        </>
      )}
      <section className="part">
        <Heading level="2" size="small">
          {texts.dutiesTitle}
        </Heading>
        {duties.data && <Duties data={duties.data} search={search} go={go} may={may} columns={columns} />}
        {!duties.data && !error && <SkeletonLines lines={8} />}
      </section>
      {!isOnly && (
        <FollowParts
          whose={whose}
          weeks={search.uger ?? USUAL_WEEKS}
          onWeeks={(uger) => go({ uger, side: search.side })}
        />
      )}
    </main>
  );
}

type LineProps = { readonly duties: MyDay | undefined; readonly calendar: Calendar | null | undefined };

function FirstLine({ duties, calendar }: LineProps): ReactElement {
  const { day: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  return (
    <>
      {duties && calendar !== undefined ? dayLine(duties, calendar, language) : texts.title}
      {duties && <span className="quiet"> {fill(texts.on, { day: formatDay(duties.on, language) })}</span>}
    </>
  );
}

type MeetingsProps = {
  readonly whose: "mine" | "unit";
  readonly calendar: Calendar | undefined;
  readonly isFailed: boolean;
};

function Meetings({ whose, calendar, isFailed }: MeetingsProps): ReactElement {
  const { day: texts } = useTexts(dutyTexts);
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.meetingsTitle}
      </Heading>
      {calendar && <CalendarTable {...calendar} />}
      {!calendar && !isFailed && <SkeletonLines lines={3} />}
      <CalendarFileLink whose={whose} />
    </section>
  );
}

type DutiesProps = {
  readonly data: MyDay;
  readonly search: DaySearch;
  readonly go: (change: DaySearch) => void;
  readonly may: readonly string[];
  readonly columns: Columns<DayColumn>;
};

function Duties({ data, search, go, may, columns }: DutiesProps): ReactElement {
  const { day: texts, columns: names } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const chosen: DayFilter = search.vis ?? "all";
  return (
    <>
      <Only data={data} search={search} onAll={() => go({ medarbejder: undefined, enhed: undefined })} />
      {data.computedOn === null && <p className="quiet">{texts.notComputed}</p>}
      {data.computedOn !== null && data.computedOn !== data.on && (
        <p className="quiet">{fill(texts.staleOn, { day: formatDay(data.computedOn, language) })}</p>
      )}
      <div className="my-day-tools no-print">
        <Chips size="small" aria-label={texts.filters}>
          {DAY_FILTERS.map((filter) => (
            <Chips.Toggle
              key={filter}
              selected={filter === chosen}
              checkmark={false}
              onClick={() => go({ vis: filter, regel: undefined })}
            >
              {fill(texts.option, { label: texts.filter[filter], count: data.counts[filter] ?? 0 })}
            </Chips.Toggle>
          ))}
        </Chips>
        <About data={data} search={search} go={go} />
        <ColumnMenu set={DAY_COLUMN_SET} columns={columns} names={names} />
        {may.includes("citizen.export") && (
          <FileMenu
            label={texts.save}
            help={texts.saveHelp}
            size="small"
            fetchAs={(format) =>
              getFile("/my-day/file", { ...dayAsk(search), columns: columns.shown.join(","), format, language })
            }
          />
        )}
      </div>
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
      {data.lines.length === 0 && <p>{texts.none}</p>}
      {data.lines.length > 0 && <Lines key={JSON.stringify(search)} data={data} columns={columns.shown} may={may} />}
      <PageChoice total={data.total} pageSize={data.pageSize} page={data.page} onPage={(side) => go({ side })} />
    </>
  );
}

type LinesProps = Pick<DutiesProps, "data" | "may"> & { readonly columns: readonly DayColumn[] };

/** The lines, and what can be done with those that are chosen. Another page or filter begins with none chosen. */
function Lines({ data, columns, may }: LinesProps): ReactElement {
  const chosen = useChosen(data.lines);
  const can = { remind: may.includes("duties.remind"), contact: may.includes("contact.write") };
  return (
    <>
      <ManyBar chosen={chosen} may={can} />
      <DutyTable lines={data.lines} columns={columns} chosen={chosen} />
    </>
  );
}

/** Says whose duties of the unit are shown when it is not everybody's, with the way to all. */
function Only({
  data,
  search,
  onAll,
}: Pick<DutiesProps, "data" | "search"> & { readonly onAll: () => void }): ReactElement | null {
  const { day: texts } = useTexts(dutyTexts);
  const staff = search.medarbejder === ON_NO_LIST ? texts.onlyNobody : data.only.staff;
  const names = [staff, data.only.unit].filter((name) => name !== null);
  if (names.length === 0) return null;
  return (
    <p>
      {fill(texts.only, { name: names.join(", ") })}{" "}
      <Button className="no-print" size="xsmall" variant="tertiary" onClick={onAll}>
        {texts.onlyAll}
      </Button>
    </p>
  );
}

/** What the duties are about: an area of the law, and a rule. */
function About({ data, search, go }: Pick<DutiesProps, "data" | "search" | "go">): ReactElement {
  const { day: texts } = useTexts(dutyTexts);
  const both = useBoth();
  return (
    <>
      <Select
        size="small"
        label={texts.area}
        value={search.emne ?? ""}
        onChange={(event) => go({ emne: event.target.value || undefined, regel: undefined })}
      >
        <option value="">{texts.anyArea}</option>
        {data.areas.map(({ area, what, count }) => (
          <option key={area} value={area}>
            {fill(texts.option, { label: both(what), count })}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={texts.rule}
        value={search.regel ?? ""}
        onChange={(event) => go({ regel: event.target.value || undefined })}
      >
        <option value="">{texts.anyRule}</option>
        {data.rules.map(({ rule, what, count }) => (
          <option key={rule} value={rule}>
            {fill(texts.option, { label: `${both(what)}, ${rule}`, count })}
          </option>
        ))}
      </Select>
    </>
  );
}
