import { ChatIcon, GavelIcon } from "@navikt/aksel-icons";
import { Button } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalNote } from "../contract.ts";
import { NoteEdit } from "./note-edit.tsx";
import { planTexts } from "./plan-texts.ts";

type Props = {
  readonly notes: readonly GoalNote[];
  /** Address of the notes at the API. */
  readonly path: string;
  readonly onEdited: () => void;
  readonly onWithdraw: (note: string) => void;
  readonly busy: boolean;
};

/** What was decided and said, newest first; what was taken back stays as a line that says so. */
export function NoteList({ notes, path, onEdited, onWithdraw, busy }: Props): ReactElement {
  const { notes: texts } = useTexts(planTexts).goal;
  if (notes.length === 0) return <p className="quiet">{texts.none}</p>;
  const newestFirst = notes.toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <ul className="plain-list">
      {newestFirst.map((note) => (
        <Note
          key={note.id}
          note={note}
          path={path}
          busy={busy}
          onEdited={onEdited}
          onWithdraw={() => onWithdraw(note.id)}
        />
      ))}
    </ul>
  );
}

type NoteProps = Pick<Props, "path" | "busy" | "onEdited"> & {
  readonly note: GoalNote;
  readonly onWithdraw: () => void;
};

function Note({ note, path, busy, onEdited, onWithdraw }: NoteProps): ReactElement {
  const { notes: texts } = useTexts(planTexts).goal;
  const { language } = useLanguage();
  const [isEdited, setEdited] = useState(false);
  const Icon = note.kind === "decision" ? GavelIcon : ChatIcon;
  const meta = fill(texts.meta, { author: note.author, when: formatMoment(note.at, language) });
  return (
    <li className={note.withdrawn ? "note withdrawn" : "note"}>
      <p className="note-kind-line">
        <Icon aria-hidden />
        <strong>{texts[note.kind]}</strong>
        {note.withdrawn && <span className="quiet">{texts.withdrawn}</span>}
      </p>
      {isEdited ? (
        <NoteEdit
          path={path}
          note={note}
          onDone={() => {
            setEdited(false);
            onEdited();
          }}
        />
      ) : (
        !note.withdrawn && <p className="note-text">{note.text}</p>
      )}
      <p className="quiet">
        {meta}
        {note.editedAt && ` · ${fill(texts.edited, { when: formatMoment(note.editedAt, language) })}`}
        {note.mayEdit && !isEdited && (
          <Button size="xsmall" variant="tertiary" onClick={() => setEdited(true)} className="no-print">
            {texts.edit}
          </Button>
        )}
        {note.mayWithdraw && !note.withdrawn && (
          <Button size="xsmall" variant="tertiary" disabled={busy} onClick={onWithdraw} className="no-print">
            {texts.withdraw}
          </Button>
        )}
      </p>
    </li>
  );
}
