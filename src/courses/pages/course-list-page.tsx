import { Chips, ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, formatPercent } from "../../platform/texts/format.ts";
import { getFile } from "../../platform/ui/api.ts";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CourseList } from "../contract.ts";
import type { CourseSearch } from "./course-search.ts";
import { CourseTable } from "./course-table.tsx";
import { courseTexts } from "./course-texts.ts";
import { courseListQuery, listAsk } from "./queries.ts";
import "./courses.css";

type Props = {
  /** The group's part of the address, and its id. */
  readonly kind: string;
  readonly search: CourseSearch;
  readonly mayExport: boolean;
};

/** The citizens of a group: one's own or the unit's, with counts that are filters. */
export function CourseListPage({ kind, search, mayExport }: Props): ReactElement {
  const { list: texts } = useTexts(courseTexts);
  const both = useBoth();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(courseListQuery(kind, search));
  const go = (change: CourseSearch): void =>
    void navigate({ to: ".", search: { ...search, side: undefined, ...change } });
  const everybody = data?.filters.find(({ id }) => id === "all")?.count ?? 0;
  const title = data
    ? fill(texts.line, { label: both(data.label), count: formatNumber(everybody, language) })
    : texts.title;
  return (
    <main className="page courses" id="content">
      <PageHeading title={title} size="medium">
        {title}
      </PageHeading>
      {data && <p className="quiet">{both(data.about)}</p>}
      <div className="course-choices no-print">
        {data && data.kinds.length > 1 && (
          <ToggleGroup
            size="small"
            label={texts.kinds}
            value={data.kind}
            onChange={(id) => {
              const other = data.kinds.find((one) => one.id === id);
              const whose = search.hvis ? { hvis: search.hvis } : {};
              if (other) void navigate({ to: "/forloeb/$gruppe", params: { gruppe: other.path }, search: whose });
            }}
          >
            {data.kinds.map(({ id, label }) => (
              <ToggleGroup.Item key={id} value={id} label={both(label)} />
            ))}
          </ToggleGroup>
        )}
        <ToggleGroup
          size="small"
          label={texts.whose}
          value={search.hvis === "enhed" ? "unit" : "mine"}
          onChange={(value) => go({ hvis: value === "unit" ? "enhed" : undefined })}
        >
          <ToggleGroup.Item value="mine" label={texts.mine} />
          <ToggleGroup.Item value="unit" label={texts.unit} />
        </ToggleGroup>
        {data && mayExport && (
          <FileMenu
            label={texts.export}
            size="small"
            fetchAs={(format) => getFile(`/courses/${data.kind}/file`, { ...listAsk(search), format, language })}
          />
        )}
      </div>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && <Listed data={data} search={search} go={go} />}
    </main>
  );
}

type ListedProps = {
  readonly data: CourseList;
  readonly search: CourseSearch;
  readonly go: (change: CourseSearch) => void;
};

function Listed({ data, search, go }: ListedProps): ReactElement {
  const { list: texts } = useTexts(courseTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [everybody] = data.filters;
  const noneOfMine = search.hvis === "enhed" ? texts.noneAtAll : texts.noneOfMine;
  const noneText = data.filter === "all" ? noneOfMine : texts.none;
  const filter = data.filters.find(({ id }) => id === data.filter);
  return (
    <>
      <Chips className="course-chips no-print" size="small" aria-label={texts.filters}>
        {data.filters.map(({ id, label, count }) => (
          <Chips.Toggle
            key={id}
            selected={id === data.filter}
            checkmark={false}
            onClick={() => go({ vis: id === "all" || id === data.filter ? undefined : id })}
          >
            {fill(texts.option, { label: both(label), count: formatNumber(count, language) })}
          </Chips.Toggle>
        ))}
      </Chips>
      {filter && filter.id !== "all" && (
        <p className="quiet">
          {[
            ...(filter.help ? [both(filter.help)] : []),
            ...(everybody && everybody.count > 0
              ? [
                  fill(texts.share, {
                    part: formatNumber(filter.count, language),
                    all: formatNumber(everybody.count, language),
                    percent: formatPercent((filter.count / everybody.count) * 100, language),
                  }),
                ]
              : []),
          ].join(" · ")}
        </p>
      )}
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
      {data.total === 0 && <p>{noneText}</p>}
      {data.rows.length > 0 && <CourseTable data={data} search={search} go={go} />}
      <PageChoice total={data.total} pageSize={data.pageSize} page={data.page} onPage={(side) => go({ side })} />
    </>
  );
}
