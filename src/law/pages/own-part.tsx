import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { LawOnDay } from "../page.ts";
import { isFound, type Sought } from "../rules/find-rules.ts";
import type { LawSearch } from "./law-search.ts";
import { lawTexts } from "./law-texts.ts";
import { RuleItem } from "./rule-item.tsx";

type Props = {
  readonly data: LawOnDay;
  readonly search: LawSearch;
  readonly sought: Sought;
  readonly isOpen: boolean;
};

/** The municipality's own rules on top of the law, and what of the law a trial sets aside there. */
export function OwnPart({ data, search, sought, isOpen }: Props): ReactElement {
  const { own: texts } = useTexts(lawTexts);
  const both = useBoth();
  const rules = data.rules.filter(({ isOwn }) => isOwn);
  const found = rules.filter((rule) => isFound(rule, sought));
  const name = data.municipality.name;
  return (
    <section className="part law-own">
      <Heading level="2" size="small">
        {fill(texts.title, { municipality: name })}
      </Heading>
      {data.overlay === null && <p>{fill(texts.none, { municipality: name })}</p>}
      {data.overlay !== null && rules.length === 0 && <NotThen data={data} overlay={data.overlay} search={search} />}
      {data.overlay !== null && rules.length > 0 && <p>{fill(texts.overlay, { label: both(data.overlay.label) })}</p>}
      {rules.length > 0 && found.length === 0 && <p className="quiet">{texts.noneFor}</p>}
      {found.length > 0 && (
        <ul className="law-rules">
          {found.map((rule) => (
            <RuleItem key={rule.id} line={rule} on={data.on} isOpen={isOpen} />
          ))}
        </ul>
      )}
      {data.setAside.map((aside) => (
        <Aside key={aside.paragraph} aside={aside} sought={sought} on={data.on} />
      ))}
    </section>
  );
}

type NotThenProps = {
  readonly data: LawOnDay;
  readonly overlay: NonNullable<LawOnDay["overlay"]>;
  readonly search: LawSearch;
};

/** The own rules hold on other days: which, and the way there. */
function NotThen({ data, overlay, search }: NotThenProps): ReactElement {
  const { own: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const day = (iso: string | null): string => (iso === null ? "" : formatDay(iso, language));
  const then = overlay.last !== null && data.on > overlay.last ? overlay.last : overlay.first;
  const values = {
    label: both(overlay.label),
    day: day(data.on),
    first: day(overlay.first),
    last: day(overlay.last),
  };
  return (
    <p>
      {fill(overlay.last === null ? texts.notThenOpen : texts.notThen, values)}{" "}
      <AppLink to="/loven" search={{ ...search, on: then }}>
        {fill(texts.seeThen, { day: day(then) })}
      </AppLink>
    </p>
  );
}

type AsideProps = {
  readonly aside: LawOnDay["setAside"][number];
  readonly sought: Sought;
  readonly on: string;
};

function Aside({ aside, sought, on }: AsideProps): ReactElement | null {
  const { own: texts } = useTexts(lawTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const found = aside.rules.filter((rule) => isFound(rule, sought));
  if (found.length === 0) return null;
  const values = {
    paragraph: aside.paragraph,
    first: formatDay(aside.first, language),
    last: aside.last === null ? "" : formatDay(aside.last, language),
    sources: both(aside.sources),
  };
  return (
    <>
      <Heading level="3" size="xsmall">
        {texts.aside}
      </Heading>
      <p>{fill(aside.last === null ? texts.asideLineOpen : texts.asideLine, values)}</p>
      <ul>
        {found.map((rule) => (
          <li key={rule.id}>
            <AppLink to="/loven/$rule" params={{ rule: rule.id }} search={{ on }}>
              {rule.fields.flatMap(({ name, text }) => (name === "says" ? [both(text)] : [])).join("")}
            </AppLink>{" "}
            <span className="quiet">{rule.id}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
