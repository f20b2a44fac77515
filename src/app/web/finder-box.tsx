import { TextField } from "@navikt/ds-react";
import { type KeyboardEvent, type ReactElement, useId, useState } from "react";
import { type CountForms, countForm, fill } from "../../platform/texts/catalogue.ts";
import type { Language } from "../../platform/texts/language.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import type { Find } from "./use-finds.ts";

const MOST = 12;

/** Id of the field, which takes the focus when the finder opens. */
export const FINDER_FIELD = "finder-field";

type Props = {
  readonly finds: readonly Find[];
  /** Citizens the server found by the text. */
  readonly people: readonly Find[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onOpen: (find: Find) => void;
};

/** A field with the finds below it: arrows choose, Enter opens. */
export function FinderBox({ finds, people, text, onText, onOpen }: Props): ReactElement {
  const { find: texts } = useTexts(appTexts);
  const { language } = useLanguage();
  const [at, setAt] = useState(0);
  const list = useId();
  const all = [...matching(finds, text), ...people];
  const found = all.slice(0, MOST);
  const chosen = found[Math.min(at, found.length - 1)];
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((found.length + at + step) % Math.max(found.length, 1));
    }
    if (event.key === "Enter" && chosen) onOpen(chosen);
  };
  return (
    <div className="finder-box">
      <TextField
        id={FINDER_FIELD}
        label={texts.label}
        description={texts.help}
        value={text}
        autoComplete="off"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
        onChange={(event) => {
          onText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <p className="finder-count" role="status">
        {countText(all.length, texts, language)}
      </p>
      <Finds id={list} found={found} chosen={chosen} onOpen={onOpen} />
    </div>
  );
}

type FindsProps = {
  readonly id: string;
  readonly found: readonly Find[];
  readonly chosen: Find | undefined;
  readonly onOpen: (find: Find) => void;
};

function Finds({ id, found, chosen, onOpen }: FindsProps): ReactElement {
  const { find: texts } = useTexts(appTexts);
  return (
    <div className="finds" role="listbox" id={id} aria-label={texts.results}>
      {found.map((find) => (
        <button
          key={find.id}
          type="button"
          role="option"
          tabIndex={-1}
          id={`${id}-${find.id}`}
          aria-selected={find === chosen}
          onClick={() => onOpen(find)}
        >
          <span>{find.label}</span>
          <span className="find-kind">{find.kind === "page" ? texts.page : find.id}</span>
        </button>
      ))}
    </div>
  );
}

type CountTexts = { readonly none: string; readonly more: string; readonly count: CountForms };

function countText(count: number, texts: CountTexts, language: Language): string {
  if (count === 0) return texts.none;
  if (count > MOST) return fill(texts.more, { count, shown: MOST });
  return fill(countForm(language, count, texts.count), { count });
}

function matching(finds: readonly Find[], text: string): Find[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return finds.filter(({ id, label }) => words.every((word) => `${id} ${label}`.toLowerCase().includes(word)));
}
