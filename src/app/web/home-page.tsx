import { BodyLong, Heading, List } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { plansQuery, sessionQuery } from "./session.ts";
import { usePlaces } from "./use-places.ts";
import { useReader } from "./use-reader.ts";

/** Case workers come to their day, others straight to the plan when there is one; a choice when there are several; what to do when there is none. */
export function HomePage(): ReactElement {
  const texts = useTexts(appTexts);
  const both = useBoth();
  const { data } = useQuery(plansQuery);
  const plans = data?.plans ?? [];
  const { may } = useReader();
  const only = plans.length === 1 ? plans[0] : undefined;
  if (may.includes("duties.read") && !may.includes("plan.comment")) return <Navigate to="/min-dag" replace />;
  if (only) return <Navigate to="/plan/$plan" params={{ plan: only.id }} replace />;
  if (plans.length === 0) return <NoPlan />;
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={texts.home.title}>{texts.home.title}</PageHeading>
      <BodyLong className="lead">{texts.home.lead}</BodyLong>
      <List>
        {plans.map(({ id, title }) => (
          <List.Item key={id}>
            <AppLink to="/plan/$plan" params={{ plan: id }}>
              {both(title)}
            </AppLink>
          </List.Item>
        ))}
      </List>
    </main>
  );
}

/** A municipality without a plan: how one comes in, and what can be done meanwhile. */
function NoPlan(): ReactElement {
  const { none: texts } = useTexts(appTexts).home;
  const { data: session } = useQuery(sessionQuery);
  const user = session?.user ?? null;
  const places = usePlaces(null, user?.may ?? []).filter(({ path }) => path !== "/");
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={texts.title}>{fill(texts.line, { municipality: user?.municipality.name ?? "" })}</PageHeading>
      <BodyLong className="lead">{texts.lead}</BodyLong>
      <Heading level="2" size="small" spacing className="part">
        {texts.how}
      </Heading>
      <List as="ol">
        {[texts.write, texts.check, texts.place].map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      <Heading level="2" size="small" spacing className="part">
        {texts.meanwhile}
      </Heading>
      <List>
        {places.map(({ to, path, label }) => (
          <List.Item key={path}>
            <AppLink to={to}>{label}</AppLink>
          </List.Item>
        ))}
      </List>
    </main>
  );
}
