import { Button } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Appointment, Letter } from "../contract.ts";
import { contactTexts } from "./contact-texts.ts";

const LANGUAGES = ["da", "en"] as const;

/** Writes to a citizen who was not written to with the booking, or was told that it is called off and it is not. */
export function LetterNow({ appointment }: { readonly appointment: Appointment }): ReactElement | null {
  const { letters: texts } = useTexts(contactTexts);
  const queries = useQueryClient();
  const write = useMutation({
    mutationFn: (language: "da" | "en") =>
      post<Letter>(`/appointments/${appointment.id}/letters`, { template: "invitation", language }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const last = appointment.letters.findLast(({ state }) => state !== "withdrawn");
  if (appointment.state !== "booked" || (last !== undefined && last.template !== "cancelled")) return null;
  return (
    <>
      {LANGUAGES.map((language) => (
        <Button
          key={language}
          size="xsmall"
          variant="tertiary"
          loading={write.isPending && write.variables === language}
          onClick={() => write.mutate(language)}
        >
          {fill(texts.now, { language: texts.languages[language] })}
        </Button>
      ))}
      {write.error && <ProblemMessage error={write.error} />}
    </>
  );
}
