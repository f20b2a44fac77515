import { Heading, ReadMore, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, formatPercent, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { TeamShares as Shares } from "../team.ts";
import { dutyTexts } from "./duty-texts.ts";
import { sharesQuery } from "./queries.ts";
import type { TeamSearch } from "./team-search.ts";

type Share = Shares["shares"][number];

/** The rules that bind a share of a group: how many have it, how many are needed and missing, and who counts. Never one citizen's duty. */
export function TeamShares({ search }: { readonly search: TeamSearch }): ReactElement {
  const { shares: texts } = useTexts(dutyTexts).team;
  const { day: dayTexts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(sharesQuery({ unit: search.enhed, span: search.periode ?? "year" }));
  const said = (iso: string): string => formatDay(iso, language);
  return (
    <section className="part" id="andele">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data?.shares.length === 0 && (
        <p>
          {fill(data.begins === null ? texts.noRule : texts.begins, {
            day: said(data.on),
            begins: said(data.begins ?? data.on),
          })}
        </p>
      )}
      {data && data.shares.length > 0 && (
        <>
          <p className="quiet team-says">{fill(texts.lead, { from: said(data.from), to: said(data.to) })}</p>
          {data.aside > 0 && (
            <p className="quiet">
              {fill(countForm(language, data.aside, dayTexts.aside), { count: formatNumber(data.aside, language) })}
            </p>
          )}
          {data.shares.map((share) => (
            <OneShare key={share.rule} share={share} />
          ))}
        </>
      )}
    </section>
  );
}

function OneShare({ share }: { readonly share: Share }): ReactElement {
  const { shares: texts } = useTexts(dutyTexts).team;
  const { language } = useLanguage();
  const both = useBoth();
  const { group, reached, percent, needed, missing, running, people } = share;
  const number = (count: number): string => formatNumber(count, language);
  const line = fill(group === 0 ? texts.emptyGroup : texts.figure, {
    reached: number(reached),
    group: number(group),
    percent: percent === null ? NO_VALUE : formatPercent(percent, language),
    share: number(share.share),
    needed: number(needed),
  });
  const more =
    missing === 0 ? texts.enough : fill(countForm(language, missing, texts.missing), { count: number(missing) });
  return (
    <article className="team-share">
      <Heading level="3" size="xsmall">
        {both(share.what)}{" "}
        <AppLink to="/loven/$rule" params={{ rule: share.rule }}>
          {share.rule}
        </AppLink>
      </Heading>
      <p className="quiet team-says">{both(share.says)}</p>
      <p>
        {line} {group > 0 && more} {fill(countForm(language, running, texts.running), { count: number(running) })}
      </p>
      {people.length > 0 && (
        <ReadMore size="small" header={fill(texts.who, { shown: number(people.length), all: number(group + running) })}>
          <People people={people} name={`${both(share.what)} ${share.rule}`} />
        </ReadMore>
      )}
    </article>
  );
}

function People({ people, name }: Pick<Share, "people"> & { readonly name: string }): ReactElement {
  const { shares: texts } = useTexts(dutyTexts).team;
  const { day: dayTexts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const said = (iso: string | null): string => (iso === null ? NO_VALUE : formatDay(iso, language));
  return (
    <ScrollBox name={name}>
      <Table size="small">
        <caption className="aksel-sr-only">{name}</caption>
        <Table.Header>
          <Table.Row>
            {[texts.citizen, texts.state, texts.due, texts.met].map((head) => (
              <Table.ColumnHeader key={head} scope="col">
                {head}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {people.map((one) => (
            <Table.Row key={`${one.citizen} ${one.due}`}>
              <Table.HeaderCell scope="row">
                <AppLink to="/borgere/$citizen" params={{ citizen: one.citizen }} walk>
                  {one.name ?? (one.isProtected ? fill(dayTexts.protected, { id: one.citizen }) : one.citizen)}
                </AppLink>
                {one.isRestricted && ` · ${dayTexts.restricted}`}
              </Table.HeaderCell>
              <Table.DataCell>{texts.states[one.state]}</Table.DataCell>
              <Table.DataCell>{said(one.due)}</Table.DataCell>
              <Table.DataCell>{said(one.met)}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
