import { Button, Heading, Select } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useEffect, useRef, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchFile, BatchView, FactLayout } from "../contract.ts";
import { type DraftMapping, draftOf, guessMapping, mappingOf, missingFields } from "./draft-mapping.ts";
import { importTexts } from "./import-texts.ts";
import { CodeMeanings } from "./mapping-codes.tsx";
import { MappingFields } from "./mapping-fields.tsx";
import { MappingPreview } from "./mapping-preview.tsx";
import { layoutsQuery, previewQuery } from "./queries.ts";
import { useFileName } from "./use-file-name.ts";

type Props = { readonly view: BatchView; readonly file: BatchFile; readonly onClose: () => void };

/** Says what a file is about and which column is which field, with the first rows read so beside it. */
export function MappingEditor({ view, file, onClose }: Props): ReactElement {
  const { mapping: texts } = useTexts(importTexts);
  const nameOf = useFileName();
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.focus(), []);
  const { data: layouts } = useQuery(layoutsQuery);
  const [draft, setDraft] = useState<DraftMapping | null>(file.mapping ? draftOf(file.mapping) : null);
  const layout = layouts?.facts.find(({ name }) => name === draft?.fact) ?? null;
  return (
    <section className="mapping-editor" ref={top} tabIndex={-1} aria-label={fill(texts.title, { name: nameOf(file) })}>
      <Heading level="3" size="xsmall">
        {fill(texts.title, { name: nameOf(file) })}
      </Heading>
      <p className="quiet">{texts.lead}</p>
      {layouts && (
        <FactChoice
          facts={layouts.facts}
          chosen={draft?.fact ?? ""}
          onChoose={(fact) => setDraft(guessMapping(fact, file.header))}
        />
      )}
      <Body view={view} file={file} draft={draft} layout={layout} onDraft={setDraft} onClose={onClose} />
    </section>
  );
}

type BodyProps = Props & {
  readonly draft: DraftMapping | null;
  readonly layout: FactLayout | null;
  readonly onDraft: (draft: DraftMapping) => void;
};

function Body({ view, file, draft, layout, onDraft, onClose }: BodyProps): ReactElement {
  const { mapping: texts } = useTexts(importTexts);
  const both = useBoth();
  const queries = useQueryClient();
  const shown = useDeferredValue(
    draft && layout && missingFields(draft, layout).length === 0 ? mappingOf(draft) : null,
  );
  const preview = useQuery(previewQuery(view.id, file.file, shown));
  const save = useMutation({
    mutationFn: (made: DraftMapping) =>
      post(`/imports/${view.id}/files/${file.file}/mapping`, { mapping: mappingOf(made) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["import", view.id] });
      onClose();
    },
  });
  const missing = draft && layout ? missingFields(draft, layout) : [];
  const rows = preview.data?.rows ?? [];
  return (
    <>
      {draft && layout && (
        <>
          <MappingFields layout={layout} draft={draft} header={file.header} rows={rows} onDraft={onDraft} />
          <CodeMeanings layout={layout} draft={draft} unknown={preview.data?.unknownCodes ?? {}} onDraft={onDraft} />
        </>
      )}
      {missing.length > 0 && (
        <p className="import-wrong">
          {fill(texts.missing, { fields: missing.map(({ label }) => both(label).toLowerCase()).join(", ") })}
        </p>
      )}
      <MappingPreview header={file.header} rows={rows} isRead={shown !== null} />
      {(save.error ?? preview.error) && <ProblemMessage error={save.error ?? preview.error} />}
      <div className="import-deeds">
        <Button
          size="small"
          disabled={!draft || missing.length > 0}
          loading={save.isPending}
          onClick={() => draft && save.mutate(draft)}
        >
          {texts.save}
        </Button>
        <Button size="small" variant="tertiary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </>
  );
}

type ChoiceProps = {
  readonly facts: readonly FactLayout[];
  readonly chosen: string;
  readonly onChoose: (fact: FactLayout) => void;
};

function FactChoice({ facts, chosen, onChoose }: ChoiceProps): ReactElement {
  const { mapping: texts } = useTexts(importTexts);
  const both = useBoth();
  const layout = facts.find(({ name }) => name === chosen);
  return (
    <Select
      size="small"
      className="mapping-fact"
      label={texts.fact}
      description={layout ? both(layout.meaning) : undefined}
      value={chosen}
      onChange={(event) => {
        const fact = facts.find(({ name }) => name === event.target.value);
        if (fact) onChoose(fact);
      }}
    >
      <option value="">{texts.chooseFact}</option>
      {facts.map(({ name, label }) => (
        <option key={name} value={name}>
          {both(label)}
        </option>
      ))}
    </Select>
  );
}
