import { Button } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { SignUpForm } from "../../contact/web.tsx";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { dutyTexts } from "./duty-texts.ts";
import { LettersForMany } from "./letters-for-many.tsx";
import { NoteForMany } from "./note-for-many.tsx";
import type { Chosen } from "./use-chosen.ts";

const DEEDS = ["note", "meeting", "letter"] as const;
type Deed = (typeof DEEDS)[number];

type Props = {
  readonly chosen: Chosen;
  /** May the reader write notes, and book and write to citizens? */
  readonly may: { readonly remind: boolean; readonly contact: boolean };
};

/** What can be done with the lines that are chosen: a note, a group meeting, a letter. The answer says for each citizen what came of it (ASK-14). */
export function ManyBar({ chosen, may }: Props): ReactElement {
  const { many: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  // Who is asked for stays so while the list is read anew underneath.
  const [doing, setDoing] = useState<{ readonly deed: Deed; readonly citizens: readonly string[] } | null>(null);
  const close = (): void => {
    setDoing(null);
    chosen.clear();
  };
  const can: Readonly<Record<Deed, boolean>> = { note: may.remind, meeting: may.contact, letter: may.contact };
  const counted = (count: number, forms: typeof texts.lines): string =>
    fill(countForm(language, count, forms), { count });
  const lines = counted(chosen.count, texts.lines);
  const citizens = counted(chosen.citizens.length, texts.citizens);
  return (
    <div className="many-bar no-print">
      <p className="quiet" role="status">
        {chosen.count === 0 ? texts.none : fill(texts.chosen, { lines, citizens })}
      </p>
      {doing === null && chosen.count > 0 && (
        <div className="reminder-tools">
          {DEEDS.filter((deed) => can[deed]).map((deed) => (
            <Button
              key={deed}
              size="xsmall"
              variant="secondary"
              onClick={() => setDoing({ deed, citizens: chosen.citizens })}
            >
              {texts[deed]}
            </Button>
          ))}
          <Button size="xsmall" variant="tertiary" onClick={chosen.clear}>
            {texts.clear}
          </Button>
        </div>
      )}
      {doing?.deed === "meeting" && <SignUpForm citizens={doing.citizens} onClose={close} />}
      {doing?.deed === "note" && <NoteForMany citizens={doing.citizens} onClose={close} />}
      {doing?.deed === "letter" && <LettersForMany citizens={doing.citizens} onClose={close} />}
    </div>
  );
}
