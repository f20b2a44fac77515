import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, day } from "../../platform/kernel/day.ts";
import type { Status, StoredObligation } from "../contract.ts";

/** A kept obligation with how it stands and the one list an open one is on. */
export type ListedObligation = StoredObligation & { readonly status: Status; readonly list: string };

/** Which of the obligations in sight; without anything, all that bind a citizen. Shares of groups are asked for alone. */
export type Sought = {
  readonly citizens?: readonly string[];
  readonly staff?: string;
  readonly statuses?: readonly Status[];
  readonly shares?: boolean;
};

type DayColumn = "rowFrom" | "day" | "opens" | "due" | "met" | "late" | "closed";
type Row = Omit<ListedObligation, DayColumn> & Readonly<Record<DayColumn, string | null>>;

const asDay = (text: string | null): Day | null => (text === null ? null : day(text));

/** Days as text in the order of the contract; the driver gives each engine's days alike. */
const SELECTED = sql`id, citizen, rule, row_from::text as "rowFrom", duty, actor, share, started, day::text as day, opens::text as opens,
  due::text as due, needed, counted, met::text as met, late::text as late, closed::text as closed, why, resting, unit, staff,
  answerable_unit as "answerableUnit", answerable_staff as "answerableStaff", status, list`;

/**
 * The obligations in the transaction's sight as they stand on the day they were computed for: what has been late longest first, then what falls
 * due first, what rests last. Log the look before showing anything of them.
 */
export async function obligationsNow(tx: Tx, sought: Sought = {}): Promise<readonly ListedObligation[]> {
  const { citizens, staff, statuses } = sought;
  const found = await sql<Row>`select ${SELECTED} from duties.obligations_now
    where municipality = platform.municipality() and (share is not null) = ${sought.shares ?? false}
      and ${citizens === undefined ? sql`true` : sql`citizen = any(${[...citizens]})`}
      and ${staff === undefined ? sql`true` : sql`staff = ${staff}`}
      and ${statuses === undefined ? sql`true` : sql`status = any(${[...statuses]})`}
    order by coalesce(due, date '9999-12-31'), citizen, rule, day, id`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    rowFrom: day(row.rowFrom ?? ""),
    day: day(row.day ?? ""),
    opens: day(row.opens ?? ""),
    due: asDay(row.due),
    met: asDay(row.met),
    late: asDay(row.late),
    closed: asDay(row.closed),
  }));
}
