/** Who reads the pages, and the day they read for when they ask for no other. */
export type Reader = {
  /** What their role may do, as the session says. */
  readonly may: readonly string[];
  /** Pages with air instead of density, for those who look in now and then. */
  readonly airy: boolean;
  readonly defaultAsOf: string;
};
