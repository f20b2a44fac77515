import { BodyLong, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { AccessList } from "./access-list.tsx";
import "./organisation.css";
import { organisationTexts } from "./organisation-texts.ts";
import { organisationQuery } from "./queries.ts";
import { UnitTable } from "./unit-table.tsx";

/** The jobcentre's units with staff and cases, and who has which role: each part for those who may see it (ORG-01, ORG-02, ORG-08). */
export function OrganisationPage({ may }: { readonly may: readonly string[] }): ReactElement {
  const texts = useTexts(organisationTexts);
  const sees = may.includes("organisation.read") || may.includes("access.read");
  return (
    <main className="page" id="content">
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      {!sees && <BodyLong className="lead">{texts.noAccess}</BodyLong>}
      {may.includes("organisation.read") && <Units />}
      {may.includes("access.read") && <AccessList />}
    </main>
  );
}

function Units(): ReactElement {
  const texts = useTexts(organisationTexts);
  const { data, error, refetch } = useQuery(organisationQuery);
  const isPartHidden = data?.units.some(({ cases }) => cases === null) ?? false;
  return (
    <section aria-labelledby="units">
      <BodyLong className="lead">{texts.lead}</BodyLong>
      <Heading level="2" size="small" id="units">
        {texts.units}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data?.units.length === 0 && <p>{texts.empty}</p>}
      {data && data.units.length > 0 && <UnitTable organisation={data} />}
      {isPartHidden && <p className="quiet">{texts.hidden}</p>}
    </section>
  );
}
