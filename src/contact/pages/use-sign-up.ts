import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "../../platform/ui/api.ts";
import type { EachDone } from "../contract.ts";
import type { LetterChoice } from "./booking-values.ts";

type Asked = { readonly meeting: string; readonly citizens: readonly string[]; readonly letter: LetterChoice };

/** Signing citizens up for a meeting, and taking back what was just done. `answer` is of the last of the two. */
export function useSignUp(onDone: (answer: EachDone) => void = () => undefined) {
  const queries = useQueryClient();
  const [made, setMade] = useState<{ readonly meeting: string; readonly answer: EachDone } | null>(null);
  const [isUndone, setUndone] = useState(false);
  const signUp = useMutation({
    mutationFn: ({ meeting, ...asked }: Asked) => post<EachDone>(`/meetings/${meeting}/places`, asked),
    onSuccess: async (answer, { meeting }) => {
      setMade({ meeting, answer });
      setUndone(false);
      onDone(answer);
      await queries.invalidateQueries();
    },
  });
  const undo = useMutation({
    mutationFn: () => {
      const places = (made?.answer.people ?? []).flatMap(({ made: one }) =>
        one ? [{ appointment: one.id, version: one.version }] : [],
      );
      return post<EachDone>(`/meetings/${made?.meeting}/places/undo`, { places });
    },
    onSuccess: async (answer) => {
      setMade((before) => before && { ...before, answer });
      setUndone(true);
      await queries.invalidateQueries();
    },
  });
  return {
    signUp,
    undo,
    answer: made?.answer ?? null,
    mayUndo: made !== null && !isUndone,
    close: () => setMade(null),
  };
}
