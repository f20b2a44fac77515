import { Button, Checkbox, Select } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenList } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { type ListSearch, noChoice } from "./list-search.ts";

type Props = {
  readonly search: ListSearch;
  readonly counts: CitizenList["counts"];
  readonly onChoose: (chosen: Partial<ListSearch>) => void;
  readonly onClear: () => void;
};

/** Choices with how many each would leave. */
export function ListFilters({ search, counts, onChoose, onClear }: Props): ReactElement {
  const { list: texts, ages, times } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const counted = (label: string, count: number): string =>
    fill(texts.option, { label, count: formatNumber(count, language) });
  const labelled = (values: CitizenList["counts"]["benefit"]): Option[] =>
    values.map(({ key, label, count }) => ({ value: key, text: counted(both(label), count) }));
  const isChosen = Object.entries(search).some(([name, value]) => value !== "" && name !== "side" && name !== "orden");
  return (
    <fieldset className="citizens-filters no-print">
      <legend className="aksel-sr-only">{texts.filters}</legend>
      <Choice
        label={texts.who}
        value={search.hvem}
        any={texts.current}
        options={[{ value: "alle", text: texts.all }]}
        onChange={(hvem) => onChoose({ hvem })}
      />
      <Choice
        label={texts.benefit}
        value={search.ydelse}
        options={labelled(counts.benefit)}
        onChange={(ydelse) => onChoose({ ydelse })}
      />
      <Choice
        label={texts.targetGroup}
        value={search.gruppe}
        options={labelled(counts.targetGroup)}
        onChange={(gruppe) => onChoose({ gruppe })}
      />
      <Choice
        label={texts.unit}
        value={search.enhed}
        options={labelled(counts.unit)}
        onChange={(enhed) => onChoose({ enhed })}
      />
      <Choice
        label={texts.segment}
        value={search.segment}
        options={labelled(counts.segment)}
        onChange={(segment) => onChoose({ segment })}
      />
      <Choice
        label={texts.age}
        value={search.alder}
        options={counts.age.map(({ key, count }) => ({ value: key, text: counted(ages[key], count) }))}
        onChange={(alder) => onChoose({ alder })}
      />
      <Choice
        label={texts.time}
        value={search.tid}
        options={counts.time.map(({ key, count }) => ({ value: key, text: counted(times[key], count) }))}
        onChange={(tid) => onChoose({ tid })}
      />
      <Checkbox
        size="small"
        checked={search.beskyttet === "ja"}
        onChange={(event) => onChoose({ beskyttet: event.target.checked ? "ja" : "" })}
      >
        {fill(texts.protectedOnly, { count: formatNumber(counts.protected, language) })}
      </Checkbox>
      {isChosen && (
        <Button size="small" variant="tertiary" onClick={onClear}>
          {texts.clear}
        </Button>
      )}
    </fieldset>
  );
}

type Option = { readonly value: string; readonly text: string };
type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly any?: string;
  readonly onChange: (value: string) => void;
};

/** One choice. A value nobody has any more stays to be seen, so that it can be taken off. */
function Choice({ label, value, options, any, onChange }: ChoiceProps): ReactElement {
  const { list: texts } = useTexts(citizenTexts);
  const isMissing = value !== noChoice.hvem && !options.some((option) => option.value === value);
  return (
    <Select size="small" label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{any ?? texts.any}</option>
      {isMissing && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </Select>
  );
}
