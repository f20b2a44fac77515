export {
  changeEntry,
  isCaseOpen,
  type Noted,
  type Noting,
  noteEntry,
  readEntries,
  takeBackEntry,
} from "./actions/case-entries.ts";
export { entryProblems } from "./actions/case-problems.ts";
export { correct, isNumberTaken } from "./actions/correct.ts";
export { correctionProblems } from "./actions/correction-problems.ts";
export { openSealedNumber } from "./actions/cpr-of.ts";
export { exportCitizens } from "./actions/export-citizens.ts";
export { keepFollowing } from "./actions/following.ts";
export {
  changeNeed,
  interpreterNeedsOf,
  type NeedNoted,
  noteNeed,
  readNeeds,
  takeBackNeed,
} from "./actions/interpreter-needs.ts";
export { listCitizens } from "./actions/list-citizens.ts";
export type { Looking } from "./actions/looking.ts";
export { readCitizen } from "./actions/read-citizen.ts";
export { reveal } from "./actions/reveal.ts";
/** @public The types are of what the routes answer. */
export {
  type CaseEntries,
  type CaseEntry,
  caseEntries,
  changedEntry,
  goneEntry,
  newEntry,
} from "./case-contract.ts";
export { citizenColumn, reasonColumn } from "./columns.ts";
export { cvUpdates } from "./facts.ts";
export { type RememberedPeople, rememberPeople } from "./in-sight.ts";
/** @public The types are of what the routes answer. */
export {
  changedNeed,
  goneNeed,
  type InterpreterNeed,
  type InterpreterNeeds,
  interpreterNeeds,
  newNeed,
} from "./interpreter-contract.ts";
export { personCodes } from "./labels.ts";
export { languageLabel, languages } from "./languages.ts";
export { anyCitizens } from "./queries/any-citizens.ts";
export { citizenOfEntry, holdCase } from "./queries/case-entries.ts";
export { type Caseload, caseloads } from "./queries/caseloads.ts";
export { flowThrough } from "./queries/flow.ts";
export { handOverCases } from "./queries/hand-over.ts";
export { citizensInScope } from "./queries/in-scope.ts";
export { citizenOfNeed } from "./queries/interpreter-needs.ts";
export { namesOfCitizens } from "./queries/names.ts";
export { ownToday as ownCitizens } from "./queries/sight.ts";
export { ENTRY_KINDS, type EntryKind } from "./rules/case-entry.ts";
export { readCpr } from "./rules/cpr.ts";
