import { Button, LocalAlert } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../texts/catalogue.ts";
import { ApiError } from "./api.ts";
import { uiTexts } from "./ui-texts.ts";
import { useLanguage, useTexts } from "./use-language.tsx";

type Props = { readonly error: unknown; readonly again?: () => void; readonly title?: string };

/** Says what went wrong in the reader's language, and what to do. */
export function ProblemMessage({ error, again, title }: Props): ReactElement {
  const texts = useTexts(uiTexts);
  const sentence = useProblemText(error);
  return (
    <LocalAlert status="error" className="no-print">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{title ?? texts.problem.title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p className="problem-text">{sentence}</p>
        {again && (
          <Button size="small" variant="secondary" onClick={again}>
            {texts.problem.again}
          </Button>
        )}
      </LocalAlert.Content>
    </LocalAlert>
  );
}

/** What went wrong as one text: the server's own words, or ours when it said nothing. */
export function useProblemText(error: unknown): string {
  const texts = useTexts(uiTexts);
  const { language } = useLanguage();
  if (!(error instanceof ApiError)) return fill(texts.problem.unknown, { code: "?" });
  const { detail, problems, status, code } = error.problem;
  if (detail) return [detail[language], ...problems.map(({ message }) => message[language])].join(" ");
  if (status === 0) return texts.problem.noAnswer;
  return status === 403 ? texts.problem.forbidden : fill(texts.problem.unknown, { code });
}
