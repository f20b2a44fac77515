import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { citizenTexts } from "./citizen-texts.ts";
import { asked, noChoice } from "./list-search.ts";
import { listQuery } from "./queries.ts";

const SETTLES_MS = 250;
const SHORTEST = 3;
const MOST = 6;

/** The first citizens a text finds, for those who may look: by number, id or words of the name. */
export function useCitizenFinds(
  text: string,
  may: boolean,
): readonly { readonly id: string; readonly label: string }[] {
  const { record: texts } = useTexts(citizenTexts);
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const isAsked = may && settled.length >= SHORTEST;
  const { data } = useQuery({ ...listQuery({ ...asked(noChoice, settled), who: "all" }), enabled: isAsked });
  if (!isAsked || !data) return [];
  return data.rows.slice(0, MOST).map(({ id, name, protected: isProtected }) => ({
    id,
    label: name ?? fill(isProtected ? texts.untitled : texts.title, { id }),
  }));
}
