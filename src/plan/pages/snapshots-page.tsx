import { BodyLong, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { planTexts } from "./plan-texts.ts";
import { snapshotsQuery } from "./queries.ts";
import type { Reader } from "./reader.ts";
import "./plan.css";
import { SnapshotForm } from "./snapshot-form.tsx";
import { SnapshotTable } from "./snapshot-table.tsx";
import type { View } from "./view.ts";

type Props = { readonly plan: string; readonly view: View; readonly reader: Reader };

/** The kept snapshots: take one, or see the plan with one. */
export function SnapshotsPage({ plan, view, reader }: Props): ReactElement {
  const { snapshots: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(snapshotsQuery);
  const count = data?.snapshots.length ?? 0;
  const line = count === 0 ? texts.lineNone : fill(countForm(language, count, texts.line), { count });
  return (
    <main className="page" id="content">
      <PageHeading title={texts.title}>{data ? line : texts.title}</PageHeading>
      <BodyLong className="lead">{texts.explain}</BodyLong>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && count > 0 && (
        <section className="part">
          <Heading level="2" size="small">
            {texts.list}
          </Heading>
          <SnapshotTable plan={plan} snapshots={data.snapshots} chosen={view.snapshot} />
        </section>
      )}
      {!reader.may.includes("snapshot.make") ? (
        <p className="quiet">{texts.notAllowed}</p>
      ) : (
        <SnapshotForm asOf={view.asOf || reader.defaultAsOf} />
      )}
    </main>
  );
}
