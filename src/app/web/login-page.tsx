import { BodyLong, Button, LocalAlert } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { textOf } from "../../platform/texts/catalogue.ts";
import { apiUrl } from "../../platform/ui/api.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { sessionQuery } from "./session.ts";

type Props = {
  /** The page that was asked for. */
  readonly next: string;
  /** Why the last try did not succeed, as the server names it. */
  readonly fault: string;
};

/** The way in: over to the municipality's own log-in, and what went wrong there. */
export function LoginPage({ next, fault }: Props): ReactElement {
  const { login: texts } = useTexts(appTexts);
  const { data: session, error, refetch } = useQuery(sessionQuery);
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <BodyLong className="lead">{texts.lead}</BodyLong>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {fault !== "" && <Fault fault={fault} />}
      {session?.provider && (
        <Button as="a" href={apiUrl("/login", { til: next })} className="login-button">
          {texts.enter}
        </Button>
      )}
      {session && !session.provider && <BodyLong>{texts.none}</BodyLong>}
      {session?.demo && (
        <p className="login-demo">
          <AppLink to="/rolle" search={{ til: next }}>
            {texts.demo}
          </AppLink>
        </p>
      )}
    </main>
  );
}

/** Why it did not succeed, and what to do; somebody without a role is told whom to ask. */
function Fault({ fault }: { readonly fault: string }): ReactElement {
  const { login: texts } = useTexts(appTexts);
  const both = useBoth();
  const { data: session } = useQuery(sessionQuery);
  const isKnown = Object.hasOwn(texts.faults, fault);
  return (
    <LocalAlert status="error" className="login-fault">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{texts.failed}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p className="problem-text">{isKnown ? textOf(texts.faults, fault) : texts.faults.login_refused}</p>
        {fault === "no_role" && session?.ask && <p className="problem-text">{both(session.ask)}</p>}
      </LocalAlert.Content>
    </LocalAlert>
  );
}
