import { useLocation } from "@tanstack/react-router";
import { readView, type View } from "../../plan/web.tsx";
import { parseSearch } from "./search-text.ts";

/** The day and snapshot the present page shows, to be carried along to the next. */
export function useViewOfAddress(): View {
  const { searchStr } = useLocation();
  return readView(parseSearch(searchStr));
}
