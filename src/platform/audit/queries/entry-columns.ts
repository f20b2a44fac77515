import { sql } from "kysely";

/** The columns of an entry as they are sealed; the access log is `a`. */
export const entryColumns = sql`a.entry, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.who, a.role, a.unit,
  a.action, a.purpose, a.change, a.data, a.request, a.persons, a.keys`;
