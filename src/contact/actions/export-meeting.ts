import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Cell } from "../../platform/files/public.ts";
import { timeText } from "../clock.ts";
import type { Interpreter } from "../contract.ts";
import { placesIn } from "../queries/appointments.ts";
import { meetingCalled } from "../queries/meetings.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { interpretersFor } from "./interpreters.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";

/**
 * Those in sight who are signed up for a meeting as rows of a file, its heading first: no name of the protected, and nobody whose data may only be stored. Null when
 * there is no such meeting. Logged with everybody in it.
 */
export async function exportMeeting(
  tx: Tx,
  id: string,
  { language, who }: { readonly language: "da" | "en"; readonly who: Keeping },
): Promise<{ readonly name: string; readonly rows: readonly (readonly Cell[])[] } | null> {
  const meeting = await meetingCalled(tx, id);
  if (!meeting) return null;
  const { file, states } = language === "da" ? da : en;
  const { restricted } = await who.heldBack(tx);
  const people = (await placesIn(tx, id)).filter(({ citizen }) => !restricted.has(citizen));
  await logAccess(tx, {
    user: who.user,
    action: "contact.meeting.export",
    purpose: CASE_WORK,
    keys: people.map(({ citizen }) => citizen),
    data: DATA,
  });
  const needOn = await interpretersFor(
    tx,
    people.map(({ citizen }) => citizen),
  );
  const rows = people.map((row): readonly Cell[] => [
    { day: row.day },
    timeText(row.starts),
    meeting.subject,
    row.citizen,
    row.is_protected ? file.hidden : row.name,
    interpreterIn(needOn(row.citizen, row.day), language),
    states[row.state],
    row.reason,
  ]);
  return { name: `${file.name}-${meeting.day}`, rows: [Object.values(file.columns), ...rows] };
}

function interpreterIn(need: Interpreter, language: "da" | "en"): string | null {
  if (need === null) return null;
  const { languageLabel, wayLabel, sexLabel } = need;
  return [languageLabel, wayLabel, ...(sexLabel ? [sexLabel] : [])].map((label) => label[language]).join(", ");
}
