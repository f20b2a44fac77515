import { namesOfCitizens } from "../../citizens/public.ts";
import { staffNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Cell } from "../../platform/files/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { CourseList, CourseListAsk, Shown } from "../contract.ts";
import { type Group, isGroup } from "../course.ts";
import { candidatesOn } from "../queries/candidates.ts";
import { ALL, countsOf, filtered, type Listed, sorted } from "../rules/in-list.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { factsOf } from "./answer.ts";
import { caseFiles } from "./case-files.ts";
import { AROUND_DATA, CASE_WORK, type Keeping } from "./keeping.ts";
import { shownOf } from "./shown.ts";

/** Lines of a page (ASK-20). */
const PAGE_SIZE = 50;

type Found = {
  readonly all: readonly Listed[];
  /** The caseworker of each. */
  readonly cases: ReadonlyMap<string, string | null>;
  readonly aside: number;
  readonly restricted: ReadonlySet<string>;
};

type Asked = Omit<CourseListAsk, "page">;

/**
 * A page of the citizens in a group with an open case: one's own or the unit's, with how many each filter leaves. Those whose data may only be
 * stored are left out for those who do not handle that. The look is logged with those on the page.
 */
export async function readCourseList(tx: Tx, kind: Group, { asked, who }: ListOf<CourseListAsk>): Promise<CourseList> {
  const found = await find(tx, kind, { asked, who });
  const { filter, sort, descending } = chosen(kind, asked);
  const left = sorted(filtered(found.all, filter), { column: sort, descending });
  const rows = left.slice((asked.page - 1) * PAGE_SIZE, asked.page * PAGE_SIZE);
  await logLook(tx, { kind, who, action: "courses.list", rows });
  const tell = await tellers(tx, rows, found);
  const counts = countsOf(
    found.all,
    kind.list.filters.map(({ id }) => id),
  );
  return {
    on: isoDay(who.on),
    kind: kind.id,
    label: kind.label,
    about: kind.list.about,
    kinds: who.kinds.filter(isGroup).map(({ id, label, list }) => ({ id, path: list.path, label })),
    columns: kind.list.columns.map(({ id, label, isNumber = false, isDeadline = false }) => ({
      id,
      label,
      isNumber,
      isDeadline,
    })),
    filters: [{ id: ALL, label: { da: da.list.all, en: en.list.all } }, ...kind.list.filters].map((one) => ({
      id: one.id,
      label: one.label,
      help: "help" in one ? (one.help ?? null) : null,
      count: counts.get(one.id) ?? 0,
    })),
    filter,
    sort,
    descending,
    aside: found.aside,
    total: left.length,
    page: asked.page,
    pageSize: PAGE_SIZE,
    rows: rows.map((row) => ({ ...tell(row), cells: cellsOf(kind, row) })),
  };
}

/** The list as rows of a file, its heading first. */
export type ListFile = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** The whole list a filter leaves, without pages, for a spreadsheet: real dates, no name of the protected, nobody whose data may only be stored. Logged with everybody in it. */
export async function exportCourseList(
  tx: Tx,
  kind: Group,
  { asked, who }: ListOf<Asked & { readonly language: "da" | "en" }>,
): Promise<ListFile> {
  const { language } = asked;
  const texts = language === "da" ? da : en;
  const found = await find(tx, kind, { asked, who });
  const { filter, sort, descending } = chosen(kind, asked);
  const all = found.all.filter(({ citizen }) => !found.restricted.has(citizen));
  const rows = sorted(filtered(all, filter), { column: sort, descending });
  await logLook(tx, { kind, who, action: "courses.export", rows });
  const tell = await tellers(tx, rows, found);
  return {
    name: `${kind.list.path}-${isoDay(who.on)}`,
    rows: [
      [texts.list.id, texts.list.name, ...kind.list.columns.map(({ label }) => label[language]), texts.list.staff],
      ...rows.map((row) => {
        const { citizen, name, staff } = tell(row);
        const cells = kind.list.columns.map(({ id }) => cellOf(row.course.cells[id] ?? null, language));
        return [citizen, name, ...cells, staff];
      }),
    ],
  };
}

type ListOf<Ask> = { readonly asked: Ask; readonly who: Keeping };

/** What is asked for, as far as the kind knows it: an old link to a filter that is gone shows everybody. */
function chosen(kind: Group, { filter, sort, descending }: Asked): Pick<Asked, "filter" | "sort" | "descending"> {
  const isColumn = kind.list.columns.some(({ id }) => id === sort);
  return {
    filter: kind.list.filters.some(({ id }) => id === filter) ? filter : ALL,
    sort: isColumn ? sort : kind.list.sort,
    descending: isColumn && descending,
  };
}

async function find(tx: Tx, kind: Group, { asked, who }: ListOf<Asked>): Promise<Found> {
  const { restricted, aside } = await who.heldBack(tx);
  const isMine = asked.whose === "mine";
  if (isMine && who.staff === null) return { all: [], cases: new Map(), aside: 0, restricted };
  const on = isoDay(who.on);
  const cases = await candidatesOn(tx, { on, staff: isMine ? who.staff : null, among: kind.list.candidates(who.on) });
  const { municipality } = who;
  const files = await caseFiles(tx, { citizens: [...cases.keys()], facts: factsOf([kind]), municipality, on: who.on });
  const all = [...files.values()].flatMap((file): Listed[] => {
    const course = kind.course(file, who.on);
    return course?.isNow ? [{ citizen: file.citizen, course }] : [];
  });
  const shown = all.filter(({ citizen }) => !aside.has(citizen));
  return { all: shown, cases, aside: all.length - shown.length, restricted };
}

type Look = {
  readonly kind: Group;
  readonly who: Keeping;
  readonly action: string;
  readonly rows: readonly Listed[];
};

async function logLook(tx: Tx, { kind, who, action, rows }: Look): Promise<void> {
  const keys = rows.map(({ citizen }) => citizen);
  // Counts alone are no look at anybody.
  if (keys.length === 0) return;
  const data = [...factsOf([kind]).map(({ name }) => name), ...AROUND_DATA];
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys, data });
}

type Told = Omit<CourseList["rows"][number], "cells">;

/** Says whose a line is: name unless protected, caseworker, mark. */
async function tellers(tx: Tx, rows: readonly Listed[], { cases, restricted }: Found): Promise<(row: Listed) => Told> {
  const citizens = rows.map(({ citizen }) => citizen);
  const names = await namesOfCitizens(tx, citizens);
  const staff = await staffNames(
    tx,
    citizens.flatMap((citizen) => cases.get(citizen) ?? []),
  );
  return ({ citizen }) => {
    const own = cases.get(citizen) ?? null;
    return {
      citizen,
      name: names.get(citizen)?.name ?? null,
      isProtected: names.get(citizen)?.protected ?? false,
      isRestricted: restricted.has(citizen),
      staff: own === null ? null : (staff.get(own) ?? own),
    };
  };
}

function cellsOf(kind: Group, { course }: Listed): CourseList["rows"][number]["cells"] {
  return Object.fromEntries(kind.list.columns.map(({ id }) => [id, shownOf(course.cells[id] ?? null)]));
}

function cellOf(value: Shown, language: "da" | "en"): Cell {
  if (value === null) return null;
  if ("day" in value) return { day: isoDay(value.day) };
  return "number" in value ? value.number : value.text[language];
}
