import type { Revealed } from "../contract.ts";

/** What was unfolded on a citizen's page; it is gone when the page is left. */
export type Unfolded = { readonly cpr: string | null; readonly identity: Revealed["identity"] };
