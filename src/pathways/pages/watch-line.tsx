import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { planTexts } from "./plan-texts.ts";
import { watchQuery } from "./queries.ts";
import { useWatchCounts } from "./watch-counts.ts";
import "./plans.css";

/** One line for My day: how many steps are late or fall due, and how many young people are without a next step; it leads to the lists. */
export function WatchLine({ whose }: { readonly whose: "mine" | "unit" }): ReactElement | null {
  const { watch: texts } = useTexts(planTexts);
  const said = useWatchCounts();
  const hvis = whose === "unit" ? ("enhed" as const) : undefined;
  const { data } = useQuery(watchQuery({ hvis }));
  if (!data) return null;
  return (
    <p className="plan-watch-line">
      <AppLink to="/planer" search={hvis ? { hvis } : {}}>
        {fill(texts.link, said(data.counts))}
      </AppLink>
    </p>
  );
}
