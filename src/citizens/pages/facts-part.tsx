import { Button, Heading } from "@navikt/ds-react";
import type { ReactElement, ReactNode } from "react";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenRecord, Revealed } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { Reveal } from "./reveal.tsx";
import type { Unfolded } from "./unfolded.ts";

type Props = {
  readonly data: CitizenRecord;
  readonly unfolded: Unfolded;
  readonly onUnfold: (unfolded: Unfolded) => void;
};

/** The citizen's own data; the number masked and what is protected folded away. */
export function FactsPart({ data, unfolded, onUnfold }: Props): ReactElement {
  const { record: texts, reveal } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const label = (coded: CitizenRecord["sex"]): string => (coded ? both(coded.label) : texts.unknown);
  const qualified = qualifiedText(data, texts);
  // Text instead of a blank where data are masked (ASK-27).
  const lacking = data.hidden ? texts.masked : NO_VALUE;
  const contact = unfolded.identity?.contact ?? data.contact;
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.facts}
      </Heading>
      <dl className="facts">
        <Fact name={texts.cpr}>
          {unfolded.cpr ?? data.cpr?.masked ?? texts.noCpr}
          {data.cpr?.kind === "replacement" && <span className="quiet"> {texts.replacement}</span>}
          {data.cpr?.warnings.map((warning) => (
            <span key={warning} className="quiet">
              {" "}
              {texts.warnings[warning]}
            </span>
          ))}
        </Fact>
        <Fact name={texts.born}>{data.born ? formatDay(data.born, language) : texts.unknown}</Fact>
        <Fact name={texts.sex}>{label(data.sex)}</Fact>
        <Fact name={texts.origin}>{label(data.origin)}</Fact>
        <Fact name={texts.education}>{label(data.education)}</Fact>
        <Fact name={texts.qualified}>{qualified}</Fact>
        <Fact name={texts.contact}>{contact ? <Contact contact={contact} /> : lacking}</Fact>
      </dl>
      {data.hidden && <p className="quiet">{texts.hidden}</p>}
      {data.may.reveal && (
        <div className="no-print">
          {data.cpr && (
            <UnfoldOrHide shown={unfolded.cpr !== null} onHide={() => onUnfold({ ...unfolded, cpr: null })}>
              <Reveal
                citizen={data.id}
                what="cpr"
                label={reveal.cpr}
                onShow={({ cpr }) => onUnfold({ ...unfolded, cpr })}
              />
            </UnfoldOrHide>
          )}
          {data.hidden && (
            <UnfoldOrHide shown={unfolded.identity !== null} onHide={() => onUnfold({ ...unfolded, identity: null })}>
              <Reveal
                citizen={data.id}
                what="identity"
                label={reveal.identity}
                onShow={({ identity }) => onUnfold({ ...unfolded, identity })}
              />
            </UnfoldOrHide>
          )}
        </div>
      )}
    </section>
  );
}

function qualifiedText(
  { qualified }: CitizenRecord,
  { unknown, yes, no }: Readonly<Record<"unknown" | "yes" | "no", string>>,
): string {
  if (qualified === null) return unknown;
  return qualified ? yes : no;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Contact({
  contact,
}: {
  readonly contact: NonNullable<NonNullable<Revealed["identity"]>["contact"]>;
}): ReactNode {
  const { address, postcode, town, phone, mail } = contact;
  const lines = [address, `${postcode} ${town}`.trim(), phone, mail].filter((line) => line !== "");
  return lines.map((line) => (
    <span key={line}>
      {line}
      <br />
    </span>
  ));
}

type UnfoldProps = { readonly shown: boolean; readonly onHide: () => void; readonly children: ReactNode };

function UnfoldOrHide({ shown, onHide, children }: UnfoldProps): ReactNode {
  const { reveal: texts } = useTexts(citizenTexts);
  if (!shown) return children;
  return (
    <p>
      <Button size="xsmall" variant="tertiary" onClick={onHide}>
        {texts.hide}
      </Button>
    </p>
  );
}
