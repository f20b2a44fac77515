import { Button, Heading } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { privacyTexts } from "./privacy-texts.ts";
import { restrictionsQuery } from "./queries.ts";

/** Whose data may only be stored, and lifting it. */
export function Restrictions(): ReactElement {
  const { requests: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { data, error } = useQuery(restrictionsQuery);
  const lift = useMutation({
    mutationFn: (citizen: string) => post("/privacy/restrictions/lift", { citizen }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["privacy"] }),
  });
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.restrictions}
      </Heading>
      {(error || lift.error) && <ProblemMessage error={error ?? lift.error} />}
      {data?.restrictions.length === 0 && <p className="quiet">{texts.noRestrictions}</p>}
      {data && data.restrictions.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              {[texts.about, texts.reason, texts.since].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
              <th scope="col" className="no-print">
                {texts.lift}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.restrictions.map(({ id, citizen, reason, at }) => (
              <tr key={id}>
                <td>{citizen}</td>
                <td>{reason}</td>
                <td>{formatMoment(at, language)}</td>
                <td className="no-print">
                  <Button size="xsmall" variant="secondary" onClick={() => lift.mutate(citizen)}>
                    {texts.lift}
                    <span className="aksel-sr-only">{fill(` ${texts.liftOf}`, { id: citizen })}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
