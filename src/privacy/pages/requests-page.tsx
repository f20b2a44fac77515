import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { PersonFilePart } from "./person-file.tsx";
import "./privacy.css";
import { PrivacyMenu } from "./privacy-menu.tsx";
import { privacyTexts } from "./privacy-texts.ts";
import { requestsQuery } from "./queries.ts";
import { RequestForm } from "./request-form.tsx";
import { RequestTable } from "./request-table.tsx";
import { Restrictions } from "./restrictions.tsx";

type Props = { readonly may: readonly string[] };

/** What citizens ask about their data, and how far each is. */
export function RequestsPage({ may }: Props): ReactElement {
  const { requests: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(requestsQuery);
  const [gathered, setGathered] = useState<string | null>(null);
  const overdue = data?.requests.filter(({ state }) => state === "overdue").length ?? 0;
  const waiting = overdue + (data?.requests.filter(({ state }) => state === "open").length ?? 0);
  const forms = overdue > 0 ? texts.lineOverdue : texts.line;
  const line = waiting === 0 ? texts.lineNone : fill(countForm(language, waiting, forms), { count: waiting, overdue });
  return (
    <main className="page" id="content">
      <PageHeading title={texts.title}>{data ? line : texts.title}</PageHeading>
      <PrivacyMenu here="requests" may={may} />
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && (
        <section className="part">
          <Heading level="2" size="small">
            {texts.list}
          </Heading>
          {data.requests.length === 0 ? (
            <p className="quiet">{texts.none}</p>
          ) : (
            <RequestTable requests={data.requests} onGather={setGathered} />
          )}
        </section>
      )}
      {gathered !== null && <PersonFilePart key={gathered} citizen={gathered} onClose={() => setGathered(null)} />}
      <RequestForm />
      <Restrictions />
    </main>
  );
}
