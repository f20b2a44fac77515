/** The groups by their part of the address. The server has the same kinds in `courses.ts`; its test holds the two together. */
export const GROUPS: Readonly<Record<string, string>> = {
  sygedagpenge: "sickness",
  unge: "youth",
  integration: "integration",
};
