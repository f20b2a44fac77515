/** What a user may do: analysts and managers see persons where they may, committee members only figures. */
export type Role = "analyst" | "manager" | "committee";

export const ROLES: readonly Role[] = ["analyst", "manager", "committee"];
