import { Button, Chips, Heading, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView, FileCounts, RowVerdict } from "../contract.ts";
import { sumOf } from "./first-line.ts";
import { importTexts } from "./import-texts.ts";
import { type RowsAsked, rowsQuery } from "./queries.ts";
import { RowsTable } from "./rows-table.tsx";
import { useFileName } from "./use-file-name.ts";

type Props = {
  readonly view: BatchView;
  readonly asked: RowsAsked;
  readonly onAsk: (asked: RowsAsked) => void;
};

const KINDS: readonly (readonly [RowVerdict, keyof FileCounts])[] = [
  ["rejected", "rejected"],
  ["changed", "changed"],
  ["new", "new"],
  ["unchanged", "unchanged"],
  ["set_aside", "setAside"],
];

/** The rows of the import, of one kind at a time, a page at a time; the server filters and pages. */
export function RowsPart({ view, asked, onAsk }: Props): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(rowsQuery(view.id, view.version, asked));
  const numbers = data && { listed: formatNumber(data.listed, language), count: formatNumber(data.total, language) };
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <RowsFilter view={view} asked={asked} onAsk={onAsk} />
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {data && numbers && (
        <>
          <p role="status">
            {data.total === 0 ? texts.none : fill(countForm(language, data.total, texts.count), numbers)}
          </p>
          {data.listed < data.total && <p className="quiet">{fill(texts.listed, numbers)}</p>}
          <RowsTable view={view} rows={data.rows} verdict={asked.verdict} />
        </>
      )}
      {data && (
        <PageChoice
          total={data.listed}
          pageSize={data.pageSize}
          page={asked.page}
          onPage={(page) => onAsk({ ...asked, page })}
          label={texts.pages}
        />
      )}
    </section>
  );
}

function RowsFilter({ view, asked, onAsk }: Props): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const nameOf = useFileName();
  const taking = view.files.filter(({ leftOut, file }) => !leftOut && (asked.file === null || file === asked.file));
  const counts = sumOf(taking);
  return (
    <div className="rows-filter no-print">
      <Chips size="small" aria-label={texts.kindLabel}>
        {KINDS.map(([verdict, count]) => (
          <Chips.Toggle
            key={verdict}
            selected={asked.verdict === verdict}
            checkmark={false}
            onClick={() => onAsk({ ...asked, verdict, code: null, page: 1 })}
          >
            {`${texts.kinds[verdict]} ${formatNumber(counts[count], language)}`}
          </Chips.Toggle>
        ))}
      </Chips>
      {view.files.length > 1 && (
        <Select
          size="small"
          label={texts.file}
          value={asked.file ?? ""}
          onChange={(event) => onAsk({ ...asked, file: Number(event.target.value) || null, code: null, page: 1 })}
        >
          <option value="">{texts.allFiles}</option>
          {view.files.map((file) => (
            <option key={file.file} value={file.file}>
              {nameOf(file)}
            </option>
          ))}
        </Select>
      )}
      {asked.code !== null && (
        <Button size="xsmall" variant="tertiary" onClick={() => onAsk({ ...asked, code: null, page: 1 })}>
          {texts.allRules}
        </Button>
      )}
    </div>
  );
}
