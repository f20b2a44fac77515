export { readDue } from "./actions/due.ts";
export { exportChange } from "./actions/export-change.ts";
export { askProblems, measuringProblems } from "./actions/fault-texts.ts";
export { readGroupChange } from "./actions/group-change.ts";
export type { Keeping } from "./actions/keeping.ts";
export { type MeasuringDone, measure, remeasure, unmeasure } from "./actions/measure.ts";
export { readPeopleBehind } from "./actions/people-behind.ts";
export { readProgression } from "./actions/read.ts";
export { progressionOfCitizen } from "./actions/timeline.ts";
