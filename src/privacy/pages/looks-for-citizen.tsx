import { Button, Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { LooksExport } from "../contract.ts";
import { looksAsRows } from "./looks-rows.ts";
import { privacyTexts } from "./privacy-texts.ts";

type Props = { readonly taken: LooksExport; readonly onClose: () => void };

/** The looks as they are handed to the citizen on paper: what, when, why and by which unit, never by whom. */
export function LooksForCitizen({ taken, onClose }: Props): ReactElement {
  const texts = useTexts(privacyTexts);
  const { language } = useLanguage();
  const [head = [], ...rows] = looksAsRows(taken, { texts, language });
  return (
    <article className="for-citizen">
      <Heading level="3" size="small">
        {texts.looks.forCitizen}
      </Heading>
      <p>{texts.looks.forCitizenLead}</p>
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
          {rows.map((row, i) => (
            <tr key={taken.looks[i]?.entry}>
              {row.map((cell, at) => (
                <td key={head[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="privacy-buttons no-print">
        <Button size="small" onClick={() => window.print()}>
          {texts.looks.print}
        </Button>
        <Button size="small" variant="tertiary" onClick={onClose}>
          {texts.looks.back}
        </Button>
      </div>
    </article>
  );
}
