import { ProgressBar } from "@navikt/ds-react";
import { type ReactElement, useId } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { WorkProgress } from "../contract.ts";
import { importTexts } from "./import-texts.ts";

/** The part of the bar that stands for reading; what comes after takes as long as it takes. */
const READ = 90;
const AFTER = 95;
const WHOLE = 100;

/** How far a work on rows is: what it does, and how many rows of how many. */
export function ProgressOf({ progress }: { readonly progress: WorkProgress }): ReactElement {
  const { progress: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const id = useId();
  const { phase, done, total } = progress;
  const known = total > 0;
  const values = { done: formatNumber(done, language), total: formatNumber(Math.max(done, total), language) };
  return (
    <div className="import-progress">
      <p id={id}>{phase === null ? texts.waiting : (texts.phases[phase as Phase] ?? texts.waiting)}</p>
      <ProgressBar
        aria-labelledby={id}
        valueMax={WHOLE}
        {...(known || phase !== "reading" ? { value: Math.round(shareOf(progress)) } : { value: 50, simulated: LONG })}
      />
      {phase !== null && <p className="quiet">{fill(known ? texts.rowsOf : texts.rows, values)}</p>}
    </div>
  );
}

type Phase = "reading" | "checking" | "storing" | "comparing" | "undoing";

function shareOf({ phase, done, total }: WorkProgress): number {
  if (phase !== null && phase !== "reading" && phase !== "undoing") return AFTER;
  return total > 0 ? Math.min(READ, (READ * done) / total) : 0;
}

/** While it is not known how many rows there are, the bar only says that something happens. */
const LONG = { seconds: 60, onTimeout: () => undefined };
