import { Button, Heading, Select } from "@navikt/ds-react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenPlans, PlanKind } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";

/** Chooses a kind of plan to begin, with what it is for and what speaks against it. */
export function StartPlan({ data }: { readonly data: CitizenPlans }): ReactElement {
  const texts = useTexts(planTexts);
  const both = useBoth();
  const navigate = useNavigate();
  const [code, setCode] = useState(data.kinds[0]?.code ?? "");
  const kind = data.kinds.find((one) => one.code === code);
  const isBegun = kind !== undefined && !kind.several && hasOpen(data, kind);
  const begin = (): void =>
    void navigate({ to: "/borgere/$citizen/planer/ny", params: { citizen: data.citizen }, search: { art: code } });
  return (
    <section className="part plan-start no-print">
      <Heading level="2" size="small">
        {texts.start}
      </Heading>
      <Select
        size="small"
        label={texts.kind}
        description={kind && both(kind.about)}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      >
        {data.kinds.map((one) => (
          <option key={one.code} value={one.code}>
            {both(one.label)}
          </option>
        ))}
      </Select>
      {kind && <p className="quiet">{fill(texts.kindSource, { source: kind.source })}</p>}
      {kind && isOverAge(data, kind) && (
        <p>{fill(texts.overAge, { age: data.age ?? "", under: kind.underAge ?? "" })}</p>
      )}
      {isBegun && <p>{texts.begunAlready}</p>}
      <Button size="small" variant="secondary" disabled={isBegun} onClick={begin}>
        {texts.begin}
      </Button>
    </section>
  );
}

function isOverAge({ age }: CitizenPlans, { underAge }: PlanKind): boolean {
  return age !== null && underAge !== null && age >= underAge;
}

function hasOpen({ plans }: CitizenPlans, { code }: PlanKind): boolean {
  return plans.some(({ kind, state }) => kind === code && state !== "ended");
}
