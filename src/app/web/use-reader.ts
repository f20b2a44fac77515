import { useSuspenseQuery } from "@tanstack/react-query";
import type { Reader } from "../../plan/web.tsx";
import { plansQuery, sessionQuery } from "./session.ts";

/** The reader of the pages behind the role choice; session and plans are loaded before any of them is shown. */
export function useReader(): Reader {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: plans } = useSuspenseQuery(plansQuery);
  const { role = "committee", may = [] } = session.user ?? {};
  return { may, airy: role === "committee", defaultAsOf: plans.defaultAsOf };
}
