import { useQuery } from "@tanstack/react-query";
import { snapshotsQuery } from "./queries.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";

/** The day the figures are of: the one asked for, else the snapshot's own, else the plan's usual. */
export function useShownDay(view: View, reader: Reader): string {
  const { data } = useQuery(snapshotsQuery);
  const pinned = data?.snapshots.find(({ name }) => name === view.snapshot);
  return view.asOf || (pinned?.asOf ?? reader.defaultAsOf);
}
