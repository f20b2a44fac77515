import { sql } from "kysely";
import { inTenant, openDatabase } from "../public.ts";

/* A program that writes more in one statement than the disk has room for: `node one-large-change.ts <data folder>`. */

const MUNICIPALITY = "0316";
const db = await openDatabase({ folder: process.argv[2] ?? "" });
await inTenant(db, { municipality: MUNICIPALITY }, async (tx) => {
  await sql`insert into plan.notes (municipality, plan, goal, kind, body, author, role)
    values (platform.municipality(), 'p', 'g', 'comment', 'with the large change', 'a', 'analyst')`.execute(tx);
  await sql`select pg_logical_emit_message(true, 'large', repeat('x', 1000000)) from generate_series(1, 200)`.execute(
    tx,
  );
});
await db.close();
