import { sql } from "kysely";
import type { TimelineEntry } from "../../citizens/contract.ts";
import type { Tx } from "../../platform/db/public.ts";
import { facts } from "../facts.ts";

type Row = {
  readonly day: string;
  readonly kind: string;
  readonly form: string | null;
  readonly status: string | null;
};

/** The conversations with a citizen as lines of the timeline. */
export async function conversationsOfCitizen(tx: Tx, citizen: string): Promise<readonly TimelineEntry[]> {
  const found = await sql<Row>`select day::text as day, kind, form, status from contact.conversations
    where municipality = platform.municipality() and known_until = date '9999-12-31' and citizen = ${citizen}`.execute(
    tx,
  );
  return found.rows.map(({ day, kind, form, status }) => {
    const details = [labelOf("form", form), labelOf("status", status)].flatMap((label) => label ?? []);
    const detail = { da: details.map(({ da }) => da).join(", "), en: details.map(({ en }) => en).join(", ") };
    const what = labelOf("kind", kind) ?? { da: kind, en: kind };
    return { kind: "conversation", from: day, to: day, what, detail: details.length > 0 ? detail : null };
  });
}

function labelOf(column: string, code: string | null): { da: string; en: string } | null {
  if (code === null) return null;
  const codes = facts.find(({ name }) => name === "conversations")?.columns.find(({ name }) => name === column)?.codes;
  const { da, en } = codes?.[code] ?? { da: code, en: code };
  return { da, en };
}
