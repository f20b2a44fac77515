import { Button, Checkbox, InlineMessage, ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatWeekday } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { Meeting, Meetings } from "../meeting-contract.ts";
import { Choice } from "./booking-fields.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { meetingsQuery } from "./meeting-queries.ts";
import { meetingTexts } from "./meeting-texts.ts";
import type { MeetingsSearch } from "./meetings-search.ts";
import "./contact.css";

/** The group meetings: coming, past, and those of which nobody has noted who came. */
export function MeetingsPage({ search }: { readonly search: MeetingsSearch }): ReactElement {
  const { list: texts } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [isPlanning, setPlanning] = useState(false);
  const [told, setTold] = useState("");
  const { data, error, refetch } = useQuery(meetingsQuery(search));
  const go = (change: MeetingsSearch): void =>
    void navigate({ to: "/moeder", search: { ...search, side: 1, ...change } });
  const planned = (one: Meeting): void => {
    setPlanning(false);
    setTold(fill(texts.planned, { when: `${formatDay(one.day, language)} ${timeText(one.starts)}` }));
  };
  return (
    <main className="page" id="content">
      <PageHeading title={texts.title} size="medium">
        {data ? <FirstLine data={data} search={search} /> : texts.title}
      </PageHeading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      <div role="status">{told !== "" && <InlineMessage status="success">{told}</InlineMessage>}</div>
      {data?.may.write && !isPlanning && (
        <Button className="no-print" size="small" variant="secondary" onClick={() => setPlanning(true)}>
          {texts.plan}
        </Button>
      )}
      {data && isPlanning && (
        <MeetingForm choices={data.choices} changed={null} onDone={planned} onClose={() => setPlanning(false)} />
      )}
      {data && <Filters data={data} search={search} go={go} />}
      {data && <List data={data} onPage={(side) => go({ side })} />}
    </main>
  );
}

type Choosing = {
  readonly data: Meetings;
  readonly search: MeetingsSearch;
  readonly go: (change: MeetingsSearch) => void;
};

/** What the page is about in a line: how many come, and whether attendance is missing somewhere. */
function FirstLine({ data, search }: Omit<Choosing, "go">): ReactElement {
  const { list: texts } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const count = (count: number, forms: typeof texts.line): string => fill(countForm(language, count, forms), { count });
  const coming = data.total === 0 ? texts.noneComing : count(data.total, texts.line);
  const isAll = search.art === undefined && search.sprog === undefined && search.plads === undefined;
  return (
    <>
      {search.vis === undefined && isAll ? coming : texts.title}
      {data.missing > 0 && ` ${count(data.missing, texts.missing)}`}
    </>
  );
}

function Filters({ data, search, go }: Choosing): ReactElement {
  const { list: texts } = useTexts(meetingTexts);
  const both = useBoth();
  const options = (any: string, list: readonly { readonly code: string; readonly label: Meeting["kindLabel"] }[]) => [
    { code: "", name: any },
    ...list.map(({ code, label }) => ({ code, name: both(label) })),
  ];
  return (
    <div className="meeting-filters no-print">
      <ToggleGroup
        size="small"
        label={texts.when}
        value={search.vis ?? "kommende"}
        onChange={(value) => go({ vis: value === "mangler" || value === "tidligere" ? value : undefined })}
      >
        <ToggleGroup.Item value="kommende" label={texts.coming} />
        <ToggleGroup.Item value="mangler" label={fill(texts.missingTab, { count: data.missing })} />
        <ToggleGroup.Item value="tidligere" label={texts.past} />
      </ToggleGroup>
      <Choice
        label={texts.kind}
        value={search.art ?? ""}
        error={undefined}
        options={options(texts.anyKind, data.choices.kinds)}
        onChoose={(art) => go({ art: art || undefined })}
      />
      <Choice
        label={texts.language}
        value={search.sprog ?? ""}
        error={undefined}
        options={options(texts.anyLanguage, data.choices.languages)}
        onChoose={(sprog) => go({ sprog: sprog || undefined })}
      />
      {search.vis === undefined && (
        <Checkbox
          size="small"
          checked={search.plads === "ja"}
          onChange={(event) => go({ plads: event.target.checked ? "ja" : undefined })}
        >
          {texts.free}
        </Checkbox>
      )}
    </div>
  );
}

function List({ data, onPage }: { readonly data: Meetings; readonly onPage: (page: number) => void }): ReactElement {
  const { list: texts, states } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { when, subject, kind, place, staff, places, state } = texts.head;
  if (data.meetings.length === 0) return <p>{texts.none}</p>;
  return (
    <>
      <SmallTable
        name={texts.table}
        head={[when, subject, kind, place, staff, places, state]}
        rows={data.meetings.map((one) => ({
          key: one.id,
          cells: [
            fill(texts.at, {
              weekday: formatWeekday(one.day, language),
              day: formatDay(one.day, language),
              from: timeText(one.starts),
              until: timeText(one.starts + one.minutes),
            }),
            <AppLink key="subject" to="/moeder/$meeting" params={{ meeting: one.id }} walk>
              {one.subject}
            </AppLink>,
            [both(one.kindLabel), both(one.languageLabel)].join(" · "),
            one.place || (one.form === "fremmoede" ? texts.own : both(one.formLabel)),
            one.staffName ?? one.staff,
            fill(one.taken >= one.room ? texts.full : texts.places, { taken: one.taken, room: one.room }),
            states[one.state],
          ],
        }))}
      />
      <PageChoice total={data.total} pageSize={data.pageSize} page={data.page} onPage={onPage} />
    </>
  );
}
