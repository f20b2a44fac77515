import { Button } from "@navikt/ds-react";
import type { ReactElement, ReactNode } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, formatPercent } from "../../platform/texts/format.ts";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { ReviewLineShown } from "../contract.ts";
import type { Dimension, Part } from "../rules/fairness.ts";
import type { ScreeningSearch } from "./screening-search.ts";
import { screeningTexts } from "./screening-texts.ts";

type Props = {
  readonly name: string | ReviewLineShown["label"];
  readonly lines: readonly ReviewLineShown[];
  /** By what the lines are; null for the line of all. */
  readonly by: Dimension | null;
  readonly mayOpen: boolean;
  readonly open: (change: ScreeningSearch) => void;
};

/** How many were screened, marked and hit, with what each is a share of; a number opens to its people for who may. */
export function ReviewTable({ name, lines, by, mayOpen, open }: Props): ReactElement {
  const { review: texts } = useTexts(screeningTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const share = useShare();
  const { group, people, screened, marked, marked26, others26, marked52, others52 } = texts.head;
  const title = typeof name === "string" ? name : both(name);
  const opened = (line: ReviewLineShown, part: Part, text: string): ReactNode => {
    const what = `${both(line.label)}, ${texts.parts[part]}`;
    if (!mayOpen || (line[part === "not_screened" ? "people" : part] ?? 0) === 0) return text;
    const place = by === null ? {} : { efter: by, gruppe: line.key };
    return (
      <Button
        key={part}
        size="xsmall"
        variant="tertiary"
        aria-label={`${text}. ${fill(texts.openRows, { what })}`}
        onClick={() => open({ del: part, ...place })}
      >
        {text}
      </Button>
    );
  };
  return (
    <div className="screening-review">
      <SmallTable
        name={title}
        head={[by === null ? group : title, people, screened, marked, marked26, others26, marked52, others52]}
        rows={lines.map((line) => ({
          key: line.key,
          cells: [
            both(line.label),
            line.people === null ? texts.withheld : opened(line, "people", formatNumber(line.people, language)),
            opened(line, "screened", share(line.screened, line.people)),
            opened(line, "marked", share(line.marked, line.screened)),
            share(line.after26.marked.on, line.after26.marked.of),
            share(line.after26.others.on, line.after26.others.of),
            share(line.after52.marked.on, line.after52.marked.of),
            share(line.after52.others.on, line.after52.others.of),
          ],
        }))}
      />
    </div>
  );
}

function useShare(): (count: number | null, of: number | null) => string {
  const { review: texts } = useTexts(screeningTexts);
  const { language } = useLanguage();
  return (count, of) => {
    if (count === null || of === null) return texts.withheld;
    if (of === 0) return texts.ofNone;
    return fill(texts.share, {
      count: formatNumber(count, language),
      of: formatNumber(of, language),
      percent: formatPercent((count / of) * 100, language, 0),
    });
  };
}
