import { BodyLong, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { AccessList } from "./access-list.tsx";
import { firstLine, moreLines } from "./first-line.ts";
import "./organisation.css";
import { organisationTexts } from "./organisation-texts.ts";
import { accessQuery, organisationQuery } from "./queries.ts";
import { UnitFlow } from "./unit-flow.tsx";
import { UnitTable } from "./unit-table.tsx";

/** The jobcentre's units with staff and cases, and who has which role: each part for those who may see it (ORG-01, ORG-02, ORG-08). */
export function OrganisationPage({ may }: { readonly may: readonly string[] }): ReactElement {
  const texts = useTexts(organisationTexts);
  const sees = may.includes("organisation.read") || may.includes("access.read");
  return (
    <main className="page" id="content">
      <PageHeading title={texts.title}>
        <FirstLine may={may} />
      </PageHeading>
      {!sees && <BodyLong className="lead">{texts.noAccess}</BodyLong>}
      {may.includes("organisation.read") && <Units />}
      {may.includes("access.read") && <AccessList />}
    </main>
  );
}

/** The answer to the page's question, for what the reader may see. */
function FirstLine({ may }: { readonly may: readonly string[] }): string {
  const { title, first: texts } = useTexts(organisationTexts);
  const { language } = useLanguage();
  const mayUnits = may.includes("organisation.read");
  const organisation = useQuery({ ...organisationQuery, enabled: mayUnits }).data;
  const access = useQuery({ ...accessQuery, enabled: !mayUnits && may.includes("access.read") }).data;
  if (organisation) return firstLine(organisation, { texts, language });
  if (!access) return title;
  const count = access.people.length;
  return fill(countForm(language, count, texts.users), { count: formatNumber(count, language) });
}

function Units(): ReactElement {
  const texts = useTexts(organisationTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(organisationQuery);
  const isCounted = data?.units.some(({ cases }) => cases !== null) ?? true;
  const isPartHidden = isCounted && (data?.units.some(({ cases }) => cases === null) ?? false);
  const lead = isCounted ? texts.lead : texts.leadStaff;
  return (
    <section aria-labelledby="units">
      <BodyLong className="lead">
        {data ? [...moreLines(data, { texts: texts.first, language }), lead].join(" ") : lead}
      </BodyLong>
      <Heading level="2" size="small" id="units">
        {texts.units}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data?.units.length === 0 && <p>{texts.empty}</p>}
      {data && data.units.length > 0 && <UnitTable organisation={data} />}
      {isPartHidden && <p className="quiet">{texts.hidden}</p>}
      {data && data.units.length > 0 && isCounted && <UnitFlow units={data.units} />}
    </section>
  );
}
