import { Button, Search, Select } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { LawOnDay } from "../page.ts";
import type { Sought } from "../rules/find-rules.ts";
import { countOf, type Item } from "../shown-rules.ts";
import { changesOf, type LawSearch } from "./law-search.ts";
import { lawTexts } from "./law-texts.ts";
import { lawFileOf } from "./queries.ts";

type Props = {
  readonly frame: LawOnDay;
  readonly search: LawSearch;
  readonly sought: Sought;
  readonly items: readonly Item[];
  readonly go: (change: Partial<LawSearch>) => void;
  readonly onText: (text: string) => void;
};

/** Which day, compared with which, for whom, about what. */
export function LawTools({ frame, search, sought, items, go, onText }: Props): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  return (
    <fieldset className="law-tools no-print">
      <legend className="aksel-sr-only">{texts.filters}</legend>
      <DayField label={texts.day} value={frame.on} wrong={texts.wrongDay} required onChange={(on) => go({ on })} />
      <DayField label={texts.against} value={search.mod} wrong={texts.wrongDay} onChange={(mod) => go({ mod })} />
      <ChangeDays frame={frame} search={search} go={go} />
      <Choice
        label={texts.group}
        any={texts.anyGroup}
        value={search.gruppe}
        options={frame.groups}
        countOf={(group) => (search.mod === "" ? countOf(items, { ...sought, group }) : null)}
        onChange={(gruppe) => go({ gruppe })}
      />
      <Choice
        label={texts.area}
        any={texts.anyArea}
        value={search.emne}
        options={frame.areas}
        countOf={(area) => countOf(items, { ...sought, area })}
        onChange={(emne) => go({ emne })}
      />
      <Search
        size="small"
        label={texts.find}
        hideLabel={false}
        variant="simple"
        value={sought.text}
        autoComplete="off"
        onChange={onText}
      />
    </fieldset>
  );
}

type ChangeDaysProps = Pick<Props, "frame" | "search" | "go">;

/** The days on which the law changed, to see what happened. */
function ChangeDays({ frame, search, go }: ChangeDaysProps): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const isChosen = (day: string): boolean => search.on === day && changesOf(day).mod === search.mod;
  const chosen = frame.changeDays.find(({ day }) => isChosen(day))?.day ?? "";
  return (
    <Select
      size="small"
      label={texts.changeDay}
      value={chosen}
      onChange={({ target }) => go(target.value === "" ? { mod: "" } : changesOf(target.value))}
    >
      <option value="">{texts.chooseChange}</option>
      {frame.changeDays.map(({ day, changes }) => (
        <option key={day} value={day}>
          {fill(countForm(language, changes, texts.changeOption), { day: formatDay(day, language), count: changes })}
        </option>
      ))}
    </Select>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly options: LawOnDay["groups"];
  /** Null when it is not known before it is chosen. */
  readonly countOf: (code: string) => number | null;
  readonly onChange: (code: string) => void;
};

/** One choice, with how many each leaves. */
function Choice({ label, any, value, options, countOf: count, onChange }: ChoiceProps): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const both = useBoth();
  const counted = (text: string, found: number | null): string =>
    found === null ? text : fill(texts.option, { label: text, count: found });
  return (
    <Select size="small" label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{any}</option>
      {options.map(({ code, label: name }) => (
        <option key={code} value={code}>
          {counted(both(name), count(code))}
        </option>
      ))}
    </Select>
  );
}

type DeedsProps = {
  readonly search: LawSearch;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onStop: () => void;
};

/** What can be done with what is shown. */
export function LawDeeds({ search, isOpen, onOpen, onStop }: DeedsProps): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  return (
    <div className="law-deeds no-print">
      {search.mod !== "" && (
        <Button size="small" variant="tertiary" onClick={onStop}>
          {texts.stop}
        </Button>
      )}
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => onOpen(!isOpen)}>
        {isOpen ? texts.foldAll : texts.unfoldAll}
      </Button>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
        {texts.print}
      </Button>
      <FileMenu
        label={texts.export}
        help={texts.exportHelp}
        size="small"
        fetchAs={(format) => lawFileOf(search, { format, language })}
      />
    </div>
  );
}
