import { useState } from "react";
import { readStored, writeStored } from "./stored.ts";

/** A text that survives leaving the page, under a name of its own. Written empty, it is forgotten. */
export type Draft = { readonly text: string; readonly write: (text: string) => void };

/** Keeps what is typed in this browser until it is sent. */
export function useDraft(name: string): Draft {
  const [text, setText] = useState(() => readStored(name) ?? "");
  const write = (next: string): void => {
    setText(next);
    writeStored(name, next === "" ? null : next);
  };
  return { text, write };
}
