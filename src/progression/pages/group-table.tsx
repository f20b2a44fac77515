import { Heading, Tag } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, formatPercent } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { GroupChange, GroupSaid } from "../contract.ts";
import { isFew } from "../rules/few.ts";
import { type ProgressionSearch, withoutPeople } from "./progression-search.ts";
import { progressionTexts } from "./progression-texts.ts";
import { useSteps } from "./steps-text.ts";

type Props = { readonly data: GroupChange; readonly group: GroupSaid; readonly search: ProgressionSearch };

/** How one group changed on each dimension; every number opens its people. */
export function GroupTable({ data, group, search }: Props): ReactElement {
  const { page: texts, head } = useTexts(progressionTexts);
  const both = useBoth();
  const steps = useSteps();
  const label = group.label ? both(group.label) : texts.everybody;
  const { dimension, people, mean, up, same, down } = head;
  const own = { ...withoutPeople(search), gruppe: group.key || undefined };
  const measured = data.instrument.dimensions.filter((_, at) => (group.changes[at]?.people ?? 0) > 0);
  return (
    <section className="progress-group">
      <Heading level="2" size="xsmall">
        {label}{" "}
        {group.isFew && (
          <Tag size="xsmall" variant="outline" data-color="warning" title={texts.few}>
            {texts.few}
          </Tag>
        )}
      </Heading>
      <p className="progress-counts">
        <Opens search={{ ...own, tal: "twice" }} count={group.twice} of={null} /> {texts.ofMeasured}{" "}
        <Opens search={{ ...own, tal: "measured" }} count={group.measured} of={null} /> {texts.measuredTwice}
      </p>
      {measured.length > 0 && (
        <SmallTable
          name={label}
          head={[dimension, people, mean, up, same, down]}
          rows={measured.map(({ code, label: called }) => {
            const change = group.changes.find((one) => one.dimension === code) ?? NOBODY;
            const open = (counted: Counted): ReactElement => (
              <Opens
                key={counted}
                search={{ ...own, tal: counted, dimension: code }}
                count={counted === "twice" ? change.people : change[counted]}
                of={counted === "twice" ? null : change.people}
              />
            );
            return {
              key: code,
              cells: [
                both(called),
                <Few key="twice" people={change.people} open={open("twice")} />,
                steps(change.mean, 2),
                open("up"),
                open("same"),
                open("down"),
              ],
            };
          })}
        />
      )}
    </section>
  );
}

/** How many were measured twice, marked when they are few. */
function Few({ people, open }: { readonly people: number; readonly open: ReactElement }): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  return (
    <>
      {open}
      {isFew(people) && <span className="quiet"> {texts.fewMark}</span>}
    </>
  );
}

type Counted = "twice" | "up" | "same" | "down";
const NOBODY = { people: 0, mean: null, up: 0, same: 0, down: 0 };

type Opened = {
  readonly search: ProgressionSearch;
  readonly count: number;
  /** The denominator, where it is a share. */
  readonly of: number | null;
};

/** A number that leads to the people it counts. */
export function Opens({ search, count, of }: Opened): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const number = formatNumber(count, language);
  const said =
    of === null || of === 0
      ? number
      : fill(texts.share, { count: number, percent: formatPercent((count * 100) / of, language, 0) });
  if (count === 0) return <>{said}</>;
  const what = search.tal ? texts.whats[search.tal] : "";
  return (
    <AppLink to="/progression" search={search}>
      <span aria-hidden>{said}</span>
      <span className="aksel-sr-only">{fill(texts.open, { count: said, what })}</span>
    </AppLink>
  );
}

/** The re-visitations of the period, by where they led (VIS-16). */
export function MovesPart({ data, search }: Omit<Props, "group">): ReactElement {
  const { page: texts, visitation } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { moves, says } = data;
  return (
    <section className="progress-group">
      <Heading level="2" size="xsmall">
        {texts.moves}
      </Heading>
      {moves.people === 0 && <p className="quiet">{texts.noneBehind}</p>}
      {moves.people > 0 && (
        <>
          <p>{fill(texts.movesLine, { people: formatNumber(moves.people, language) })}</p>
          <SmallTable
            name={texts.moves}
            head={[visitation.directions.up, visitation.directions.down, visitation.directions.other]}
            rows={[
              {
                key: "moves",
                cells: (["up", "down", "other"] as const).map((direction) => (
                  <Opens
                    key={direction}
                    search={{ ...withoutPeople(search), tal: `moves_${direction}` }}
                    count={moves[direction]}
                    of={null}
                  />
                )),
              },
            ]}
          />
          <p className="quiet progress-says">
            {both(says.visitation)} {fill(texts.dueSource, { source: says.source })}
          </p>
        </>
      )}
    </section>
  );
}
