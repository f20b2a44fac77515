import { Heading, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { DayFilter } from "../rules/day-list.ts";
import type { Team } from "../team.ts";
import { dutyTexts } from "./duty-texts.ts";
import { teamQuery } from "./queries.ts";
import "./team.css";
import { teamLine } from "./team-line.ts";
import { TeamMembers } from "./team-members.tsx";
import { TeamNobody } from "./team-nobody.tsx";
import type { TeamSearch } from "./team-search.ts";
import { TeamShares } from "./team-shares.tsx";
import { TeamTimeliness } from "./team-timeliness.tsx";
import { TeamWeeks } from "./team-weeks.tsx";

/** The team leader's page: is anybody forgotten, who has how much to do, and how timely are we (ORG-02, ASK-22, CON-18). */
export function TeamPage({ search }: { readonly search: TeamSearch }): ReactElement {
  const { team: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(teamQuery(search.enhed));
  const go = (change: TeamSearch): void =>
    void navigate({ to: "/team", search: { ...search, ...change }, resetScroll: false });
  return (
    <main className="page team" id="content">
      <PageHeading title={texts.title} size="medium">
        {data ? teamLine(data, language) : texts.title}
        {data && <span className="quiet"> {fill(texts.on, { day: formatDay(data.on, language) })}</span>}
      </PageHeading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={12} />}
      {data && (
        <>
          <Units {...data} onUnit={(enhed) => go({ enhed })} />
          <Work team={data} />
        </>
      )}
      <TeamTimeliness search={search} go={go} />
      <TeamShares search={search} />
    </main>
  );
}

const LISTS: readonly DayFilter[] = ["week_not_booked", "week", "overdue", "all"];

/** The unit that is looked at, and the lists behind the first line. */
function Units({
  units,
  unit,
  counts,
  onUnit,
}: Pick<Team, "units" | "unit" | "counts"> & { readonly onUnit: (unit: string | undefined) => void }): ReactElement {
  const { team: texts, day } = useTexts(dutyTexts);
  const { language } = useLanguage();
  return (
    <div className="team-tools">
      <Select
        size="small"
        label={texts.unit}
        value={unit ?? ""}
        onChange={(event) => onUnit(event.target.value || undefined)}
      >
        <option value="">{texts.everyUnit}</option>
        {units.map(({ id, name, level }) => (
          <option key={id} value={id}>
            {`${"\u2003".repeat(level)}${name}`}
          </option>
        ))}
      </Select>
      <ul className="team-lists" aria-label={texts.lists}>
        {LISTS.map((filter) => (
          <li key={filter}>
            <AppLink to="/min-dag" search={{ hvis: "enhed", vis: filter, ...(unit ? { enhed: unit } : {}) }}>
              {fill(day.option, { label: day.filter[filter], count: formatNumber(counts[filter] ?? 0, language) })}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Work({ team }: { readonly team: Team }): ReactElement {
  const { team: texts, day } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const both = useBoth();
  return (
    <>
      {team.computedOn === null && <p className="quiet">{day.notComputed}</p>}
      {team.computedOn !== null && team.computedOn !== team.on && (
        <p className="quiet">{fill(day.staleOn, { day: formatDay(team.computedOn, language) })}</p>
      )}
      {team.aside > 0 && (
        <p className="quiet">
          {fill(countForm(language, team.aside, day.aside), { count: formatNumber(team.aside, language) })}
        </p>
      )}
      <TeamNobody team={team} />
      <section className="part" id="medarbejdere">
        <Heading level="2" size="small">
          {texts.members.title}
        </Heading>
        <p className="quiet team-says">
          {texts.members.lead} {both(team.assumption)}
        </p>
        <TeamMembers team={team} />
        <p className="quiet no-print">
          {texts.members.moving} <AppLink to="/organisation">{texts.members.organisation}</AppLink>
        </p>
      </section>
      <section className="part" id="uger">
        <Heading level="2" size="small">
          {texts.weeks.title}
        </Heading>
        <p className="quiet team-says">{texts.weeks.lead}</p>
        <TeamWeeks weeks={team.weeks} />
      </section>
    </>
  );
}
