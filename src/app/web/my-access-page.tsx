import { BodyLong, Button, Heading } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { OwnSessions } from "./own-sessions.tsx";
import { changeRole, type HeldRole, logOut, type Session, sessionQuery } from "./session.ts";

/** One's own access: the roles one holds, where one is logged in, and the way out. */
export function MyAccessPage({ next }: { readonly next: string }): ReactElement {
  const texts = useTexts(appTexts);
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const out = useMutation({ mutationFn: logOut, onSuccess: ({ leave }) => window.location.assign(leave) });
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={texts.mine.title}>{texts.mine.title}</PageHeading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {session?.user && (
        <BodyLong className="lead">
          {fill(texts.mine.lead, { user: session.user.label, municipality: session.user.municipality.name })}
        </BodyLong>
      )}
      {session && session.held.length > 0 && <HeldRoles session={session} next={next} />}
      <OwnSessions />
      {out.error && <ProblemMessage error={out.error} />}
      <Button variant="secondary" onClick={() => out.mutate()} loading={out.isPending} className="mine-out">
        {texts.mine.logOut}
      </Button>
    </main>
  );
}

function HeldRoles({ session, next }: { readonly session: Session; readonly next: string }): ReactElement {
  const texts = useTexts(appTexts);
  const change = useChangeRole(next);
  const several = new Set(session.held.map(({ municipality }) => municipality.code)).size > 1;
  const { user } = session;
  const isNow = ({ role, municipality }: HeldRole): boolean =>
    user?.role === role && user.municipality.code === municipality.code;
  return (
    <section aria-labelledby="held">
      <Heading level="2" size="small" id="held">
        {texts.mine.roles}
      </Heading>
      <p className="quiet">{texts.mine.one}</p>
      {change.error && <ProblemMessage error={change.error} />}
      <ul className="held">
        {session.held.map((held) => (
          <li key={`${held.municipality.code} ${held.role}`} className="held-row">
            <span>
              {texts.role.names[held.role]}
              {several && <span className="quiet">{` · ${held.municipality.name}`}</span>}
              {isNow(held) && <span className="role-current">{texts.choose.current}</span>}
            </span>
            {!isNow(held) && (
              <Button size="small" variant="secondary" disabled={change.isPending} onClick={() => change.mutate(held)}>
                {fill(texts.choose.enter, { role: texts.role.names[held.role].toLowerCase() })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Changes role; everything read with the other is forgotten before the next page is shown. */
function useChangeRole(next: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: ({ role, municipality }: HeldRole) => changeRole(role, municipality.code),
    onSuccess: async () => {
      queries.clear();
      await queries.fetchQuery(sessionQuery);
      router.history.push(next);
    },
  });
}
