export { dutiesAhead } from "./actions/duties-ahead.ts";
export { exportDay } from "./actions/export-day.ts";
export { readFollowUp } from "./actions/follow.ts";
export { ruleOf } from "./actions/law-ready.ts";
export { type Deadline, type Deadlines, listDeadlines } from "./actions/list-deadlines.ts";
export { type DayLooking, readCitizenDuties, readMyDay } from "./actions/my-day.ts";
export { noteForEach, undoNotesOf } from "./actions/notes-for-many.ts";
export { refreshCitizen, refreshObligations } from "./actions/refresh.ts";
export {
  changeOwnReminder,
  citizenOfReminder,
  noteAboutMany,
  type ReminderDone,
  readReminders,
  remind,
} from "./actions/reminders.ts";
export { talkBasis } from "./actions/talk-basis.ts";
export { readTeam, type TeamLooking } from "./actions/team.ts";
export { readTeamShares } from "./actions/team-shares.ts";
export { readTeamTimeliness } from "./actions/team-timeliness.ts";
/** @public What every list, count, page and export of duties is made of. */
export type * from "./contract.ts";
/** @public The types are of what the routes answer. */
export { type CitizenDuties, citizenDuties, dayFileAsk, type MyDay, myDay, myDayAsk } from "./day.ts";
/** @public The types are of what the routes answer. */
export {
  type CitizenReminders,
  changedReminder,
  citizenReminders,
  type FollowUp,
  followAsk,
  followUp,
  newReminder,
  noteForMany,
  type Reminder,
  reminder,
  undoNotes,
} from "./follow.ts";
/** @public The kept obligations, for every list, count and page. */
export { type ListedObligation, obligationsNow, type Sought } from "./queries/obligations.ts";
export { putAwayView, saveView, type Viewer, viewsFor } from "./queries/saved-views.ts";
/** @public The day the kept obligations stand as on. */
export { lastRefresh } from "./queries/stale.ts";
/** @public What the engine computes from. */
export { timelines } from "./queries/timelines.ts";
export { timelinessByWeek } from "./queries/timeliness.ts";
/** @public */
export { type Compiled, compileLaw } from "./rules/compile.ts";
/** @public For My day and the citizen's page: why this duty. */
export { type Explanation, explain } from "./rules/explain.ts";
/** @public For the team leader's page and the plan. */
export { type GroupShare, groupShares } from "./rules/group-share.ts";
/** @public */
export { standingsOn } from "./rules/obligations.ts";
/** @public */
export { type List, listName, listOf } from "./rules/responsible.ts";
/** @public */
export { isOpen } from "./rules/status.ts";
/** @public A kept obligation as the engine gave it: for `explain`. */
export { obligationOf } from "./rules/stored.ts";
/** @public For the plan, the team page and the report. */
export { type Timeliness, timeliness } from "./rules/timeliness.ts";
/** @public The types are of what the routes answer. */
export {
  sharesAsk,
  type Team,
  type TeamShares,
  type TeamTimeliness,
  team,
  teamAsk,
  teamShares,
  teamTimeliness,
  timelinessAsk,
} from "./team.ts";
export { newView, type SavedViews, savedViews } from "./views.ts";
