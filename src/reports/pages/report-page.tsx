import { BodyLong, Button, ToggleGroup } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { type Reader, useShownDay, type View, ViewBar } from "../../plan/web.tsx";
import { isLanguage, type Language, languages } from "../../platform/texts/language.ts";
import { get, getFile } from "../../platform/ui/api.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { saveFile } from "../../platform/ui/save-file.ts";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Report } from "../plan-followup/contract.ts";
import { ReportDocument } from "./report-document.tsx";
import { reportTexts } from "./report-texts.ts";
import "./report.css";

const formats = ["pdf", "docx", "xlsx"] as const;

type Format = (typeof formats)[number];

type Props = { readonly plan: string; readonly view: View; readonly reader: Reader };

/** The committee's report: choose day, snapshot and language, fetch it as a file, read it or print it here. */
export function ReportPage({ plan, view, reader }: Props): ReactElement {
  const texts = useTexts(reportTexts);
  const navigate = useNavigate();
  const [language, setLanguage] = useState<Language>(useLanguage().language);
  const asked = { asOf: useShownDay(view, reader), snapshot: view.snapshot, language };
  const { data, error, refetch } = useQuery({
    queryKey: ["report", plan, asked],
    queryFn: ({ signal }) => get<Report>(`/plans/${plan}/report`, asked, signal),
  });
  const change = (next: View): void => {
    void navigate({ to: "/plan/$plan/rapport", params: { plan }, search: next, resetScroll: false });
  };
  return (
    <main className="page report-page" id="content">
      <div className="no-print">
        <PageHeading title={texts.title}>{texts.first}</PageHeading>
        <BodyLong className="lead">{texts.lead}</BodyLong>
        <ViewBar view={view} reader={reader} onChange={change} withKnownAt={false}>
          <LanguageOfReport value={language} onChange={setLanguage} />
        </ViewBar>
        {view.snapshot === "" && <p className="quiet">{texts.unpinned}</p>}
        <Downloads plan={plan} asked={asked} />
      </div>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={12} />}
      {data && !error && <ReportDocument report={data} />}
    </main>
  );
}

type LanguageProps = { readonly value: Language; readonly onChange: (language: Language) => void };

function LanguageOfReport({ value, onChange }: LanguageProps): ReactElement {
  const texts = useTexts(reportTexts);
  return (
    <ToggleGroup
      size="small"
      label={texts.language}
      value={value}
      onChange={(next) => isLanguage(next) && onChange(next)}
    >
      {languages.map((each) => (
        <ToggleGroup.Item key={each} value={each} lang={each}>
          {texts.languages[each]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup>
  );
}

type DownloadsProps = {
  readonly plan: string;
  readonly asked: { readonly asOf: string; readonly snapshot: string; readonly language: Language };
};

/** The three files. They take a few seconds to write, so the button says that it works, and a refusal is told. */
function Downloads({ plan, asked }: DownloadsProps): ReactElement {
  const texts = useTexts(reportTexts);
  const fetching = useMutation({
    mutationFn: (format: Format) => getFile(`/plans/${plan}/report.${format}`, asked),
    onSuccess: ({ name, bytes }) => saveFile(name, bytes),
  });
  return (
    <>
      <p className="downloads">
        {formats.map((format) => (
          <Button
            key={format}
            size="small"
            variant={format === "pdf" ? "primary" : "secondary"}
            loading={fetching.isPending && fetching.variables === format}
            onClick={() => fetching.mutate(format)}
          >
            {`${texts.download} ${texts.formats[format]}`}
          </Button>
        ))}
        <Button size="small" variant="tertiary" onClick={() => window.print()}>
          {texts.print}
        </Button>
      </p>
      {fetching.error && <ProblemMessage error={fetching.error} />}
    </>
  );
}
