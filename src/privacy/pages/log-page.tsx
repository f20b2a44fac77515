import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { type CountForms, countForm, fill, type SameTexts } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { LogOverview } from "../contract.ts";
import type { da } from "../texts.da.ts";
import { LogState } from "./log-state.tsx";
import { LooksSearch } from "./looks-search.tsx";
import { Patterns } from "./patterns.tsx";
import "./privacy.css";
import { PrivacyMenu } from "./privacy-menu.tsx";
import { privacyTexts } from "./privacy-texts.ts";
import { logQuery } from "./queries.ts";

const CHECKING_MS = 1_500;

type Props = { readonly may: readonly string[] };

/** The officer's first page: is the log whole, who has looked at a citizen, and what is worth asking about. */
export function LogPage({ may }: Props): ReactElement {
  const { log: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery({ ...logQuery, refetchInterval: whileChecking });
  return (
    <main className="page" id="content">
      <PageHeading title={texts.title}>{data ? firstLine(data, texts, language) : texts.title}</PageHeading>
      <PrivacyMenu here="log" may={may} />
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && may.includes("privacy.handle") && <Waiting data={data} />}
      <LooksSearch mayExport={may.includes("log.export")} />
      {data && <LogState verification={data.verification} checking={data.checking} />}
      {data && <Patterns data={data} />}
    </main>
  );
}

/** Asks again and again while the log is being verified. */
function whileChecking({ state }: { readonly state: { readonly data: LogOverview | undefined } }): number | false {
  return state.data?.checking ? CHECKING_MS : false;
}

function firstLine({ verification, yesterday }: LogOverview, texts: Log, language: Language): string {
  const shown = (value: number): string => formatNumber(value, language);
  const counted = (value: number, forms: CountForms): string =>
    fill(countForm(language, value, forms), { count: shown(value) });
  if (verification === null) return texts.checkingBegins;
  const { days, ok, faultCount } = verification;
  if (!ok) return fill(texts.broken, { count: shown(faultCount) });
  const { staff, citizens } = yesterday;
  const seen = fill(texts.yesterday, {
    staff: counted(staff, texts.staff),
    citizens: counted(citizens, texts.citizens),
  });
  const text = days === 0 ? texts.young : days === 1 ? texts.wholeOne : texts.whole;
  return fill(text, { days: shown(days), yesterday: staff === 0 ? texts.yesterdayNone : seen });
}

type Log = SameTexts<(typeof da)["log"]>;

function Waiting({ data }: { readonly data: LogOverview }): ReactElement | null {
  const { log: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const { openRequests: open, overdueRequests: overdue } = data;
  if (open + overdue === 0) return null;
  const parts = [
    fill(countForm(language, open + overdue, texts.requestsOpen), { count: open + overdue }),
    ...(overdue > 0 ? [fill(countForm(language, overdue, texts.requestsOverdue), { count: overdue })] : []),
  ];
  return (
    <p>
      <AppLink to="/databeskyttelse/anmodninger">{parts.join("; ")}</AppLink>
    </p>
  );
}
