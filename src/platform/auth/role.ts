/**
 * What somebody is to the system while a session lasts; what each may do stands in the organisation's permission table.
 * `data_protection` is the data-protection officer, `administrator` the system owner, who sees no citizens.
 */
export type Role =
  | "analyst"
  | "manager"
  | "caseworker"
  | "consultant"
  | "committee"
  | "data_protection"
  | "administrator";

export const ROLES: readonly Role[] = [
  "analyst",
  "manager",
  "caseworker",
  "consultant",
  "committee",
  "data_protection",
  "administrator",
];
