import { Button, Heading, Table } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { formatMoment } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { endEverySession, ownSessionsQuery } from "./session.ts";

/** Where one is logged in, and the way out of all of it at once. */
export function OwnSessions(): ReactElement {
  const { mine: texts, role: roles } = useTexts(appTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  const end = useMutation({ mutationFn: endEverySession, onSuccess: () => window.location.assign("/") });
  return (
    <section aria-labelledby="sessions" className="own-sessions">
      <Heading level="2" size="small" id="sessions">
        {texts.sessions}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data && (
        <ScrollBox name={texts.sessions}>
          <Table size="small">
            <caption className="aksel-sr-only">{texts.sessions}</caption>
            <Table.Header>
              <Table.Row>
                {[texts.role, texts.began, texts.used, texts.ends].map((name) => (
                  <Table.HeaderCell scope="col" key={name}>
                    {name}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {data.sessions.map(({ role, municipality, created, lastSeen, expires, isThis }) => (
                <Table.Row key={`${created} ${lastSeen} ${role}`} selected={isThis}>
                  <Table.HeaderCell scope="row">
                    {`${roles.names[role]}, ${municipality}`}
                    {isThis && <span className="role-current">{texts.here}</span>}
                  </Table.HeaderCell>
                  <Table.DataCell>{formatMoment(created, language)}</Table.DataCell>
                  <Table.DataCell>{formatMoment(lastSeen, language)}</Table.DataCell>
                  <Table.DataCell>{formatMoment(expires, language)}</Table.DataCell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollBox>
      )}
      {end.error && <ProblemMessage error={end.error} />}
      <p className="quiet">{texts.strange}</p>
      <Button size="small" variant="secondary" onClick={() => end.mutate()} loading={end.isPending}>
        {texts.everywhere}
      </Button>
    </section>
  );
}
