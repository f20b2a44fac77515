import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { ReviewPart } from "./review-part.tsx";
import type { ScreeningSearch } from "./screening-search.ts";
import { screeningTexts } from "./screening-texts.ts";
import { WatchPart } from "./watch-part.tsx";
import "./screening.css";

type Props = { readonly search: ScreeningSearch; readonly may: readonly string[] };

/** What there is to do about screenings, for those who handle cases, and the review of fairness, for those who lead or analyse. */
export function ScreeningsPage({ search, may }: Props): ReactElement {
  const { watch: texts } = useTexts(screeningTexts);
  const navigate = useNavigate();
  const go = (change: ScreeningSearch): void => void navigate({ to: "/screening", search: { ...search, ...change } });
  return (
    <main className="page screening" id="content">
      <PageHeading title={texts.title} size="medium">
        {texts.title}
      </PageHeading>
      {may.includes("screening.read") && (
        <WatchPart
          // Who leads has no citizens of their own: their list is the unit's unless they ask otherwise.
          search={{ hvis: may.includes("screening.review") ? "enhed" : "mine", ...search }}
          go={go}
        />
      )}
      {may.includes("screening.review") && <ReviewPart search={search} go={go} />}
    </main>
  );
}
