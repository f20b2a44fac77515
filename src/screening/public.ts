export { chooseArchetype, takeBackArchetype } from "./actions/archetype.ts";
export { answer, conclude, type Done, takeBackConclusion } from "./actions/deeds.ts";
export { screeningProblems } from "./actions/fault-texts.ts";
export type { Keeping } from "./actions/keeping.ts";
export { readScreening } from "./actions/read-screening.ts";
export { type Reviewing, readReview, readReviewRows } from "./actions/review.ts";
export { readScreeningWatch } from "./actions/watch.ts";
export { checkDefinitions, type Definitions } from "./checked.ts";
export { citizenOf } from "./queries/recorded.ts";
