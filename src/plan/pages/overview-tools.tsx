import { Chips, Search, Select } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalResult } from "../contract.ts";
import { countShown, groupings, type Shown, sortings } from "./filters.ts";
import { statuses } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { filtersOf, groupingOf, type OverviewSearch } from "./view.ts";

type Props = {
  readonly goals: readonly GoalResult[];
  readonly shown: number;
  readonly search: OverviewSearch;
  readonly onChange: (search: OverviewSearch) => void;
};

/** Filters with their counts, free text, grouping and sorting. */
export function OverviewTools({ goals, shown, search, onChange }: Props): ReactElement {
  const { overview: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  const { sort } = filtersOf(search);
  return (
    <div className="tools no-print">
      <FilterChips goals={goals} search={search} onChange={onChange} />
      <div className="tools-row">
        <Search
          className="goal-search"
          size="small"
          variant="simple"
          label={texts.search}
          hideLabel={false}
          value={search.text}
          onChange={(text) => onChange({ ...search, text })}
        />
        <Select
          size="small"
          label={texts.groupBy}
          value={groupingOf(search)}
          onChange={(event) => onChange({ ...search, group: event.target.value })}
        >
          {groupings.map((each) => (
            <option key={each} value={each}>
              {texts.group[each]}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          label={texts.sortBy}
          value={sort}
          onChange={(event) => onChange({ ...search, sort: event.target.value })}
        >
          {sortings.map((each) => (
            <option key={each} value={each}>
              {texts.sort[each]}
            </option>
          ))}
        </Select>
        <p className="shown-count">
          <span role="status">{fill(countForm(language, shown, texts.shown), { count: shown })}</span>
          <span className="keys-hint">{texts.keys}</span>
        </p>
      </div>
    </div>
  );
}

function FilterChips({ goals, search, onChange }: Omit<Props, "shown">): ReactElement {
  const texts = useTexts(planTexts);
  const counts = countShown(goals);
  const now = filtersOf(search).shown;
  const choices: readonly Shown[] = ["all", "decision", ...statuses];
  const labelOf = (choice: Shown): string => {
    if (choice === "all") return texts.overview.all;
    return choice === "decision" ? texts.needsDecision : texts.status[choice];
  };
  return (
    <Chips size="small" aria-label={texts.overview.filters}>
      {choices
        .filter((choice) => counts[choice] > 0 || choice === now || choice === "all")
        .map((choice) => (
          <Chips.Toggle
            key={choice}
            selected={choice === now}
            checkmark={false}
            onClick={() => onChange({ ...search, shown: choice === "all" || choice === now ? "" : choice })}
          >
            {fill(texts.overview.chip, { label: labelOf(choice), count: counts[choice] })}
          </Chips.Toggle>
        ))}
    </Chips>
  );
}
