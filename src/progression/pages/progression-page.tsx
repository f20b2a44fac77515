import { ToggleGroup } from "@navikt/ds-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { ChangeView } from "./change-view.tsx";
import { DueView } from "./due-view.tsx";
import { type ProgressionSearch, withoutPeople } from "./progression-search.ts";
import { progressionTexts } from "./progression-texts.ts";
import "./progression.css";

type Props = {
  readonly search: ProgressionSearch;
  /** What the reader may do: not all who see figures read single citizens. */
  readonly may: readonly string[];
};

/** How groups moved, and who is due for a measurement (CON-20, CIT-12, VIS-16). */
export function ProgressionPage({ search, may }: Props): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const navigate = useNavigate();
  const mayRead = may.includes("progression.read");
  const isDue = mayRead && search.vis === "mangler";
  const go = (change: ProgressionSearch): void =>
    void navigate({ to: "/progression", search: { ...withoutPeople(search), ...change }, resetScroll: false });
  const tabs = mayRead && (
    <ToggleGroup
      className="no-print"
      size="small"
      label={texts.tabs}
      value={isDue ? "due" : "change"}
      onChange={(value) => go({ vis: value === "due" ? "mangler" : undefined })}
    >
      <ToggleGroup.Item value="change" label={texts.change} />
      <ToggleGroup.Item value="due" label={texts.due} />
    </ToggleGroup>
  );
  return (
    <main className="page progress" id="content">
      {isDue ? (
        <DueView search={search} go={go} tabs={tabs} />
      ) : (
        <ChangeView search={search} go={go} tabs={tabs} mayOpen={may.includes("citizen.read")} />
      )}
    </main>
  );
}
