import { Button, ReadMore, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { planTexts } from "./plan-texts.ts";
import { snapshotsQuery } from "./queries.ts";
import type { Reader } from "./reader.ts";
import { useShownDay } from "./use-shown-day.ts";
import type { View } from "./view.ts";

type Props = {
  readonly view: View;
  readonly reader: Reader;
  readonly onChange: (view: View) => void;
  /** False where figures can only be shown as they are known now. */
  readonly withKnownAt?: boolean;
  readonly children?: ReactNode;
};

/** Chooses which figures are shown: the day, the snapshot and, under "more", what was known when. */
export function ViewBar({ view, reader, onChange, withKnownAt = true, children }: Props): ReactElement {
  const { view: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  const shown = useShownDay(view, reader);
  const source = view.snapshot === "" ? texts.live : `${texts.snapshot} ${view.snapshot}`;
  return (
    <>
      <p className="print-only">{fill(texts.printed, { day: formatDay(shown, language), source })}</p>
      <section className="view-bar no-print" aria-label={texts.title}>
        <DayField
          label={texts.asOf}
          value={shown}
          wrong={texts.badDay}
          required
          onChange={(asOf) =>
            onChange({ ...view, asOf: view.snapshot === "" && asOf === reader.defaultAsOf ? "" : asOf })
          }
        />
        <SnapshotSelect value={view.snapshot} onChange={(snapshot) => onChange({ ...view, snapshot, asOf: "" })} />
        {withKnownAt && <KnownAt view={view} onChange={onChange} />}
        {children}
      </section>
    </>
  );
}

function KnownAt({ view, onChange }: Pick<Props, "view" | "onChange">): ReactElement {
  const { view: texts } = useTexts(planTexts);
  return (
    <ReadMore header={texts.more} size="small" defaultOpen={view.knownAt !== ""}>
      <DayField
        label={texts.knownAt}
        description={texts.knownAtHelp}
        value={view.knownAt}
        wrong={texts.badDay}
        onChange={(knownAt) => onChange({ ...view, knownAt })}
      />
    </ReadMore>
  );
}

function SnapshotSelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (name: string) => void;
}): ReactElement {
  const { view: texts } = useTexts(planTexts);
  const { data } = useQuery(snapshotsQuery);
  const names = (data?.snapshots ?? []).map(({ name }) => name);
  const shown = value === "" || names.includes(value) ? names : [value, ...names];
  return (
    <Select size="small" label={texts.snapshot} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{texts.live}</option>
      {shown.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** Says, where it matters, that the figures are not the live ones of today's knowledge, and leads back. */
export function ViewNote({
  view,
  onClear,
}: {
  readonly view: View;
  readonly onClear: () => void;
}): ReactElement | null {
  const { view: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  if (view.snapshot === "" && view.knownAt === "") return null;
  return (
    <p className="view-note">
      {view.snapshot !== "" && <span>{fill(texts.pinned, { name: view.snapshot })}</span>}
      {view.knownAt !== "" && <span>{fill(texts.known, { day: formatDay(view.knownAt, language) })}</span>}
      <Button size="xsmall" variant="tertiary" onClick={onClear} className="no-print">
        {texts.back}
      </Button>
    </p>
  );
}
