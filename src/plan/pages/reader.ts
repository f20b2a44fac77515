/** Who reads the pages, and the day they read for when they ask for no other. */
export type Reader = {
  readonly role: "analyst" | "manager" | "committee";
  readonly defaultAsOf: string;
};
