import { useEffect, useState } from "react";

const SETTLES_MS = 250;

/** What was looked for last, kept while the program is open and nowhere else: not in the address, not in the browser. */
const remembered = { text: "" };

/** The text of the search field, and the same after a short rest, when it is asked for. */
export function useFindText(): {
  readonly text: string;
  readonly settled: string;
  readonly write: (text: string) => void;
} {
  const [text, setText] = useState(remembered.text);
  const [settled, setSettled] = useState(remembered.text);
  useEffect(() => {
    remembered.text = text;
    const timer = setTimeout(() => setSettled(text.trim()), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, settled, write: setText };
}
