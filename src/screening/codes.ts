/** Lists of people to do something about: new cases not screened, those past their time, those at risk without an early effort. */
export const WATCHED = ["due", "late", "effort"] as const;
