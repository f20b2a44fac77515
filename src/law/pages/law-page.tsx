import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useKeys, walkFocus } from "../../platform/ui/use-keys.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { differenceLine, inForceLine } from "../first-line.ts";
import type { LawDifference, LawOnDay } from "../page.ts";
import type { Sought } from "../rules/find-rules.ts";
import { countOf, type Item, isShown } from "../shown-rules.ts";
import { DifferencePart } from "./difference-part.tsx";
import { changesOf, type LawSearch } from "./law-search.ts";
import { lawTexts } from "./law-texts.ts";
import { LawDeeds, LawTools } from "./law-tools.tsx";
import { OwnPart } from "./own-part.tsx";
import { differenceQuery, lawQuery } from "./queries.ts";
import { RuleList } from "./rule-list.tsx";
import "./law.css";

/** The law: the rules in force on a day for whom, or what is different between two days. */
export function LawPage({ search }: { readonly search: LawSearch }): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { law, compared, error, again } = useLaw(search);
  const go = (change: Partial<LawSearch>, replace = false): void =>
    void navigate({ to: "/loven", search: { ...search, ...change }, replace });
  const [text, setText] = useSoughtText(search.soeg, (soeg) => go({ soeg }, true));
  const sought = { group: search.gruppe, area: search.emne, text, language };
  useLawKeys(() => setText(""));
  return (
    <main className="page law" id="content">
      <PageHeading title={texts.title} size="medium">
        {firstLine({ law, compared, isComparing: search.mod !== "", sought }) ?? texts.title}
      </PageHeading>
      {error && <ProblemMessage error={error} again={again} />}
      {!law && !error && <SkeletonLines lines={8} />}
      {law && <Open law={law} compared={compared} search={search} sought={sought} go={go} onText={setText} />}
      <p className="quiet">{texts.note}</p>
      <p className="quiet no-print">{texts.keys}</p>
    </main>
  );
}

type Read = {
  readonly law: LawOnDay | undefined;
  /** Null while nothing is compared, or not yet. */
  readonly compared: LawDifference | null;
  readonly error: Error | null;
  readonly again: () => void;
};

/** Reads what the address asks for. */
function useLaw({ on: asked, mod, gruppe }: LawSearch): Read {
  const law = useQuery(lawQuery(asked));
  const on = law.data?.on ?? asked;
  const difference = useQuery({ ...differenceQuery(on, mod, gruppe), enabled: mod !== "" && on !== "" });
  return {
    law: law.data,
    compared: mod === "" ? null : (difference.data ?? null),
    error: law.error ?? difference.error,
    again: () => void Promise.all([law.refetch(), difference.refetch()]),
  };
}

type OpenProps = {
  readonly law: LawOnDay;
  readonly compared: LawDifference | null;
  readonly search: LawSearch;
  readonly sought: Sought;
  readonly go: (change: Partial<LawSearch>) => void;
  readonly onText: (text: string) => void;
};

function Open({ law, compared, search, sought, go, onText }: OpenProps): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const [isOpen, setOpen] = useState(false);
  const isComparing = search.mod !== "";
  const items = itemsOf(law, compared);
  const shown = { ...search, on: law.on, soeg: sought.text };
  return (
    <>
      <LawTools frame={law} search={search} sought={sought} items={items} go={go} onText={onText} />
      {search.gruppe !== "" && <p className="quiet no-print">{texts.groupHelp}</p>}
      {!isComparing && <Changes data={law} search={search} />}
      <LawDeeds search={shown} isOpen={isOpen} onOpen={setOpen} onStop={() => go({ mod: "" })} />
      <Shown data={law} items={items} sought={sought} />
      <div key={String(isOpen)}>
        {!isComparing && <InForce data={law} search={search} sought={sought} isOpen={isOpen} />}
        {compared && <DifferencePart data={compared} sought={sought} isOpen={isOpen} />}
      </div>
    </>
  );
}

type Looked = {
  readonly law: LawOnDay | undefined;
  readonly compared: LawDifference | null;
  readonly isComparing: boolean;
  readonly sought: Sought;
};

function firstLine({ law, compared, isComparing, sought }: Looked): string | null {
  const said = { language: sought.language, sought };
  if (isComparing) return compared && differenceLine(compared, said);
  return law ? inForceLine(law, said) : null;
}

/** What is counted: the rules in force, or the changes. */
function itemsOf(law: LawOnDay, compared: LawDifference | null): readonly Item[] {
  if (compared === null) return law.rules.map((rule) => [rule]);
  const moved = [...compared.came, ...compared.went].map(({ rule }) => [rule]);
  return [...moved, ...compared.changed.map(({ before, after }) => [before, after])];
}

type InForceProps = {
  readonly data: LawOnDay;
  readonly search: LawSearch;
  readonly sought: Sought;
  readonly isOpen: boolean;
};

/** The municipality's own rules first, then the law by what it is about. */
function InForce({ data, search, sought, isOpen }: InForceProps): ReactElement {
  const rules = data.rules.filter((rule) => !rule.isOwn && isShown([rule], sought));
  return (
    <>
      <OwnPart data={data} search={search} sought={sought} isOpen={isOpen} />
      <RuleList rules={rules} areas={data.areas} on={data.on} isOpen={isOpen} />
    </>
  );
}

/** How many the filters leave, when there are any, said aloud as one types. */
function Shown({ data, items, sought }: { data: LawOnDay; items: readonly Item[]; sought: Sought }): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const count = countOf(items, sought);
  const area = data.areas.find(({ code }) => code === sought.area);
  const chosen = [...(area ? [both(area.label)] : []), ...(sought.text.trim() === "" ? [] : [sought.text.trim()])];
  const line =
    chosen.length === 0 ? "" : [fill(countForm(language, count, texts.shown), { count }), ...chosen].join(" ");
  return <p role="status">{count === 0 ? texts.empty : line}</p>;
}

/** When the law last changed before the day, and when it is known to change next. */
function Changes({ data, search }: { data: LawOnDay; search: LawSearch }): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const days = data.changeDays.map(({ day }) => day);
  const last = days.find((day) => day <= data.on);
  const next = days.findLast((day) => day > data.on);
  const line = (text: string, day: string): ReactElement => (
    <span>
      {fill(text, { day: formatDay(day, language) })}
      {": "}
      <AppLink to="/loven" search={{ ...search, ...changesOf(day) }}>
        {texts.seeChange}
      </AppLink>
    </span>
  );
  return (
    <p className="law-changes no-print">
      {last && line(texts.lastChange, last)}
      {next && line(texts.nextChange, next)}
    </p>
  );
}

const SETTLES_MS = 300;

/** What is looked for: felt at once, and in the address when the typing rests. */
function useSoughtText(address: string, settle: (text: string) => void): readonly [string, (text: string) => void] {
  const [text, setText] = useState(address);
  const told = useRef(address);
  const settled = useRef(settle);
  settled.current = settle;
  useEffect(() => {
    if (address === told.current) return;
    told.current = address;
    setText(address);
  }, [address]);
  useEffect(() => {
    if (text === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = text;
      settled.current(text);
    }, SETTLES_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}

/** j and k walk the rules, Escape clears the search. */
function useLawKeys(clear: () => void): void {
  const held = useRef(clear);
  held.current = clear;
  const keys = useMemo(() => {
    const walk = (step: 1 | -1): void => walkFocus([...document.querySelectorAll<HTMLElement>("[data-walk]")], step);
    return { j: () => walk(1), k: () => walk(-1), escape: () => held.current() };
  }, []);
  useKeys(keys);
}
