import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { ArchetypeLine, CitizenScreening } from "../contract.ts";
import { ArchetypeForm } from "./archetype-form.tsx";
import { ArchetypeNow, useArchetypeSaid } from "./archetype-now.tsx";
import { screeningTexts } from "./screening-texts.ts";
import { sentences, useScreeningWords } from "./use-screening-words.ts";

type Props = {
  readonly data: CitizenScreening;
  readonly mayWrite: boolean;
  readonly onDone: (next: CitizenScreening, message: string) => void;
};

/** The archetype with its strategy, the distance to the labour market, what was before, and the form. */
export function ArchetypePart({ data, mayWrite, onDone }: Props): ReactElement | null {
  const texts = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  const [isOpen, setOpen] = useState(false);
  const { archetypes } = data;
  if (!archetypes) return null;
  const running = archetypes.lines.find(({ to }) => to === null) ?? null;
  const mayChoose = mayWrite && (archetypes.isFor === "met" || running !== null);
  return (
    <section className="part" id="arketype">
      <Heading level="2" size="small">
        {texts.archetype.title}
      </Heading>
      {archetypes.isFor !== "met" && (
        <p className="quiet">{fill(texts.archetype.notFor, { who: both(archetypes.who) })}</p>
      )}
      <ArchetypeNow data={data} />
      {mayChoose && !isOpen && (
        <div className="screening-tools no-print">
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            {texts.archetype.choose}
          </Button>
          {running && <TakeBack line={running} onDone={(next) => onDone(next, texts.archetype.gone)} />}
        </div>
      )}
      {mayChoose && isOpen && (
        <ArchetypeForm
          key={running?.version ?? "none"}
          data={data}
          archetypes={archetypes}
          running={running}
          onDone={(next) => {
            setOpen(false);
            onDone(next, texts.archetype.saved);
          }}
          onClose={() => setOpen(false)}
        />
      )}
      <Before lines={archetypes.lines.filter(({ to }) => to !== null)} />
      <p className="quiet">
        {sentences([
          fill(texts.source, { source: archetypes.source }),
          archetypes.isOwn ? texts.archetype.example : "",
        ])}
      </p>
    </section>
  );
}

function Before({ lines }: { readonly lines: readonly ArchetypeLine[] }): ReactElement | null {
  const { archetype: texts } = useTexts(screeningTexts);
  const { day } = useScreeningWords();
  const said = useArchetypeSaid();
  if (lines.length === 0) return null;
  return (
    <>
      <p className="screening-sub">{texts.earlier}</p>
      <ul className="screening-steps">
        {lines.map((line) => (
          <li key={line.id}>
            {fill(texts.fromTo, { what: said(line), from: day(line.from), to: line.to === null ? "" : day(line.to) })}
          </li>
        ))}
      </ul>
    </>
  );
}

type TakeBackProps = { readonly line: ArchetypeLine; readonly onDone: (next: CitizenScreening) => void };

function TakeBack({ line, onDone }: TakeBackProps): ReactElement {
  const { archetype: texts } = useTexts(screeningTexts);
  const gone = useMutation({
    mutationFn: () =>
      post<CitizenScreening>(`/archetypes/${encodeURIComponent(line.id)}/gone`, { version: line.version }),
    onSuccess: onDone,
  });
  return (
    <>
      <Button size="small" variant="tertiary" loading={gone.isPending} onClick={() => gone.mutate()}>
        {texts.takeBack}
      </Button>
      {gone.error && <ProblemMessage error={gone.error} />}
    </>
  );
}
