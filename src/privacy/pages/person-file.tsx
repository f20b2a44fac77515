import { Button, Heading, InlineMessage } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useEffect } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { saveCsv } from "../../platform/ui/csv.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { saveFile } from "../../platform/ui/save-file.ts";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { PersonFile, Section } from "../contract.ts";
import { looksAsRows } from "./looks-rows.ts";
import { cellOf, fileAsRows } from "./person-file-rows.ts";
import { privacyTexts } from "./privacy-texts.ts";

type Props = { readonly citizen: string; readonly onClose: () => void };

/** Everything there is about a citizen, as a document to look through, print and hand over (GDPR art. 15). */
export function PersonFilePart({ citizen, onClose }: Props): ReactElement {
  const { file: texts } = useTexts(privacyTexts);
  const { mutate, data, error } = useMutation({
    mutationFn: () => post<PersonFile>("/privacy/person", { citizen }),
  });
  useEffect(() => mutate(), [mutate]);
  return (
    <section className="part">
      {error && <ProblemMessage error={error} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && <PersonDocument file={data} />}
      <div className="privacy-buttons no-print">
        <Button size="small" variant="tertiary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </section>
  );
}

function PersonDocument({ file }: { readonly file: PersonFile }): ReactElement {
  const texts = useTexts(privacyTexts);
  const { language } = useLanguage();
  const { citizen, madeOn, sections, other, looks } = file;
  const lead = fill(texts.file.lead, { day: formatDay(madeOn, language), sections: sections.length + other.length });
  return (
    <article className="person-file">
      <Heading level="2" size="small">
        {fill(texts.file.title, { id: citizen })}
      </Heading>
      <p>{sections.length + other.length === 0 ? texts.file.none : lead}</p>
      {file.restricted && <InlineMessage status="warning">{texts.looks.restricted}</InlineMessage>}
      <Buttons file={file} />
      {sections.map((section) => (
        <SectionPart key={section.fact} section={section} />
      ))}
      {other.length > 0 && (
        <>
          <Heading level="3" size="xsmall">
            {texts.file.otherTables}
          </Heading>
          {other.map(({ table, rows }) => (
            <pre key={table}>{[table, ...rows.map((row) => JSON.stringify(row))].join("\n")}</pre>
          ))}
        </>
      )}
      <Heading level="3" size="xsmall">
        {texts.file.looks}
      </Heading>
      <p>{fill(countForm(language, looks.length, texts.file.looksCount), { count: looks.length })}</p>
      <Rows rows={looksAsRows({ looks, names: false }, { texts, language }).map((row) => row.map(String))} />
    </article>
  );
}

function SectionPart({ section }: { readonly section: Section }): ReactElement {
  const { file: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const both = useBoth();
  return (
    <>
      <Heading level="3" size="xsmall">
        {both(section.label)}
      </Heading>
      <p className="quiet">{both(section.meaning)}</p>
      {section.others && <InlineMessage status="info">{texts.others}</InlineMessage>}
      <table className="plain-table">
        <thead>
          <tr>
            {section.columns.map(({ name, label }) => (
              <th scope="col" key={name}>
                {both(label)}
              </th>
            ))}
            <th scope="col">{texts.status}</th>
          </tr>
        </thead>
        <tbody>
          {section.rows.map(({ values, believed }) => (
            <tr key={values.join(" ")} className={believed ? undefined : "was-corrected"}>
              {section.columns.map((column, at) => (
                <td key={column.name}>{cellOf(values[at] ?? null, column, { texts, language }) ?? NO_VALUE}</td>
              ))}
              <td>{believed ? texts.valid : texts.corrected}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Rows({ rows: [head = [], ...rows] }: { readonly rows: readonly (readonly string[])[] }): ReactElement {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(" ")}>
            {row.map((cell, at) => (
              <td key={head[at]}>{cell === "null" ? NO_VALUE : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Buttons({ file }: { readonly file: PersonFile }): ReactElement {
  const { file: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const name = `${texts.name}-${file.citizen}`;
  const asJson = (): void =>
    saveFile(`${name}.json`, new Blob([JSON.stringify(file, null, 2)], { type: "application/json" }));
  return (
    <div className="privacy-buttons no-print">
      <Button size="small" onClick={() => window.print()}>
        {texts.print}
      </Button>
      <Button
        size="small"
        variant="secondary"
        onClick={() => saveCsv(`${name}.csv`, fileAsRows(file, { texts, language }))}
      >
        {texts.csv}
      </Button>
      <Button size="small" variant="secondary" onClick={asJson}>
        {texts.json}
      </Button>
    </div>
  );
}
