import { Button, Checkbox, Chips, TextField } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post, remove } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { SavedViews } from "../views.ts";
import type { DaySearch } from "./day-search.ts";
import { dutyTexts } from "./duty-texts.ts";
import { viewsQuery } from "./queries.ts";

type Props = { readonly search: DaySearch; readonly onChoose: (search: DaySearch) => void };

/** Views of the page under a name: choose one, save this one, take one of one's own away. */
export function SavedViewsBar({ search, onChoose }: Props): ReactElement | null {
  const { views: texts } = useTexts(dutyTexts);
  const queries = useQueryClient();
  const { data } = useQuery(viewsQuery);
  const [isOpen, setOpen] = useState(false);
  const away = useMutation({
    mutationFn: (id: string) => remove<SavedViews>(`/my-day/views/${id}`),
    onSuccess: (views) => queries.setQueryData(viewsQuery.queryKey, views),
  });
  if (!data) return null;
  const chosen = data.views.find(({ search: saved }) => isSame(saved, search));
  return (
    <div className="saved-views no-print">
      {data.views.length > 0 && (
        <Chips size="small" aria-label={texts.title}>
          {data.views.map((view) => (
            <Chips.Toggle
              key={view.id}
              selected={view === chosen}
              checkmark={false}
              onClick={() => onChoose(view.search)}
            >
              {view.isShared ? fill(texts.shared, { name: view.name }) : view.name}
            </Chips.Toggle>
          ))}
        </Chips>
      )}
      {chosen?.isMine && (
        <Button size="xsmall" variant="tertiary" loading={away.isPending} onClick={() => away.mutate(chosen.id)}>
          {fill(texts.away, { name: chosen.name })}
        </Button>
      )}
      {!chosen && !isOpen && (
        <Button size="xsmall" variant="tertiary" onClick={() => setOpen(true)}>
          {texts.open}
        </Button>
      )}
      {isOpen && <SaveForm search={search} mayShare={data.mayShare} onClose={() => setOpen(false)} />}
      {away.error && <ProblemMessage error={away.error} />}
    </div>
  );
}

type FormProps = { readonly search: DaySearch; readonly mayShare: boolean; readonly onClose: () => void };

function SaveForm({ search, mayShare, onClose }: FormProps): ReactElement {
  const { views: texts } = useTexts(dutyTexts);
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const [isTried, setTried] = useState(false);
  const { side: _side, ...kept } = search;
  const save = useMutation({
    mutationFn: () => post<SavedViews>("/my-day/views", { name: name.trim(), search: kept, isShared }),
    onSuccess: (views) => {
      queries.setQueryData(viewsQuery.queryKey, views);
      onClose();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== "") save.mutate();
  };
  return (
    <form className="saved-views" onSubmit={send} noValidate aria-label={texts.open}>
      <TextField
        size="small"
        label={texts.name}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={isTried && name.trim() === "" ? texts.missing : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {mayShare && (
        <Checkbox size="small" checked={isShared} onChange={(event) => setShared(event.target.checked)}>
          {texts.share}
        </Checkbox>
      )}
      <Button size="small" type="submit" loading={save.isPending}>
        {texts.save}
      </Button>
      <Button size="small" type="button" variant="tertiary" onClick={onClose}>
        {texts.close}
      </Button>
      {save.error && <ProblemMessage error={save.error} />}
    </form>
  );
}

/** Does the page show what a saved view does? Which page of it does not matter. */
function isSame(a: DaySearch, b: DaySearch): boolean {
  const same = (["hvis", "regel", "emne", "medarbejder", "enhed", "uger"] as const).every(
    (part) => a[part] === b[part],
  );
  // A view that names no columns is the same whichever are chosen.
  const sameColumns = a.kolonner === undefined || a.kolonner === b.kolonner;
  return same && sameColumns && (a.vis ?? "all") === (b.vis ?? "all");
}
