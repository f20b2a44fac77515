import { ProgressBar } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView } from "../contract.ts";
import { importTexts } from "./import-texts.ts";

/** How far the check or the import is. Nothing while none is under way. */
export function WorkProgress({ view }: { readonly view: BatchView }): ReactElement | null {
  const { progress: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  if (view.state !== "checking" && view.state !== "running") return null;
  const { phase, done, total } = view.progress;
  const known = total > 0;
  const values = { done: formatNumber(done, language), total: formatNumber(Math.max(done, total), language) };
  const words = { reading: texts.reading, checking: texts.checking, storing: texts.storing }[phase ?? ""];
  const value = phase === "reading" || phase === null ? Math.min(90, known ? (90 * done) / total : 0) : 95;
  return (
    <div className="import-progress">
      <p id="import-progress">{words ?? texts.waiting}</p>
      <ProgressBar
        aria-labelledby="import-progress"
        valueMax={100}
        {...(known || phase !== "reading" ? { value: Math.round(value) } : { value: 50, simulated: LONG })}
      />
      <p className="quiet">{fill(known ? texts.rowsOf : texts.rows, values)}</p>
    </div>
  );
}

/** While it is not known how many rows there are, the bar only says that something happens. */
const LONG = { seconds: 60, onTimeout: () => undefined };
