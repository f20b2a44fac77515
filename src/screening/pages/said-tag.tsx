import { Tag } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { ShownCriterion, ShownScreening } from "../contract.ts";
import { screeningTexts } from "./screening-texts.ts";

const COLOUR = { i_risiko: "warning", ikke_i_risiko: "neutral", uafklaret: "info" } as const;
const STATE_COLOUR = { met: "warning", not_met: "neutral", unknown: "info", off: "neutral" } as const;

/** What the open rule says, in words; the colour only repeats it. */
export function SaidTag({ said }: { readonly said: ShownScreening["said"] }): ReactElement {
  const texts = useTexts(screeningTexts);
  return (
    <Tag size="xsmall" variant="outline" data-color={COLOUR[said]}>
      {texts.said[said]}
    </Tag>
  );
}

/** How a criterion stands, in words. */
export function StateTag({ state }: { readonly state: ShownCriterion["state"] }): ReactElement {
  const texts = useTexts(screeningTexts);
  return (
    <Tag size="xsmall" variant="outline" data-color={STATE_COLOUR[state]}>
      {texts.states[state]}
    </Tag>
  );
}
