import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { EachDone } from "../../contact/contract.ts";
import { post } from "../../platform/ui/api.ts";

/** Where something is asked for many, where it is taken back, and what that calls what was made. */
type Deed = { readonly path: string; readonly made: "reminders" | "letters" };

/** Something that is done for many at once and answered for each, and taking back what was just done. */
export function useMany({ path, made }: Deed) {
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<EachDone | null>(null);
  const [isUndone, setUndone] = useState(false);
  const send = useMutation({
    mutationFn: (asked: object) => post<EachDone>(path, asked),
    onSuccess: async (done) => {
      setAnswer(done);
      await queries.invalidateQueries();
    },
  });
  const undo = useMutation({
    mutationFn: () =>
      post<EachDone>(`${path}/undo`, { [made]: (answer?.people ?? []).flatMap((one) => one.made ?? []) }),
    onSuccess: async (done) => {
      setAnswer(done);
      setUndone(true);
      await queries.invalidateQueries();
    },
  });
  return { send, undo, answer, mayUndo: answer !== null && !isUndone };
}
