import { BodyLong, List } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { plansQuery } from "./session.ts";

/** Straight to the plan when there is one; a choice when there are several. */
export function HomePage(): ReactElement {
  const texts = useTexts(appTexts);
  const both = useBoth();
  const { data } = useQuery(plansQuery);
  const plans = data?.plans ?? [];
  const only = plans.length === 1 ? plans[0] : undefined;
  if (only) return <Navigate to="/plan/$plan" params={{ plan: only.id }} replace />;
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={texts.home.title}>{texts.home.title}</PageHeading>
      <BodyLong className="lead">{plans.length === 0 ? texts.home.none : texts.home.lead}</BodyLong>
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
