import { z } from "zod";
import { COLUMNS_TEXT } from "./columns.ts";
import { DAY_FILTERS } from "./rules/day-list.ts";

/** What a view of My day says, as the page's address does. */
const viewSearch = z.strictObject({
  hvis: z.literal("enhed").optional(),
  vis: z.enum(DAY_FILTERS).optional(),
  regel: z.string().max(100).optional(),
  emne: z.string().max(100).optional(),
  medarbejder: z.string().max(100).optional(),
  enhed: z.string().max(100).optional(),
  kolonner: z.string().regex(COLUMNS_TEXT).optional(),
  uger: z.int().min(1).max(104).optional(),
});

/** A view under a name. */
export const savedView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  search: viewSearch,
  isShared: z.boolean(),
  isMine: z.boolean(),
});
export const newView = z.strictObject({
  name: z.string().trim().min(1).max(60),
  search: viewSearch,
  /** With everybody in one's own unit. */
  isShared: z.boolean(),
});
export const savedViews = z.strictObject({ mayShare: z.boolean(), views: z.array(savedView) });

export type SavedView = z.infer<typeof savedView>;
export type NewView = z.infer<typeof newView>;
export type SavedViews = z.infer<typeof savedViews>;
