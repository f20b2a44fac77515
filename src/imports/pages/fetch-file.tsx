import { ActionMenu, Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { getFile } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { saveFile } from "../../platform/ui/save-file.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { importTexts } from "./import-texts.ts";

type Props = {
  readonly path: string;
  readonly label: string;
  /** What the file is about, for those who hear the page. */
  readonly about?: string;
};

/** Fetches rows as a spreadsheet or as CSV. */
export function FetchFile({ path, label, about }: Props): ReactElement {
  const { fetch: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const save = useMutation({
    mutationFn: (format: "xlsx" | "csv") => getFile(path, { language, format }),
    onSuccess: ({ name, bytes }) => saveFile(name, bytes),
  });
  return (
    <>
      <ActionMenu>
        <ActionMenu.Trigger>
          <Button
            size="xsmall"
            variant="tertiary"
            className="no-print"
            loading={save.isPending}
            {...(about === undefined ? {} : { "aria-label": `${label}: ${about}` })}
          >
            {label}
          </Button>
        </ActionMenu.Trigger>
        <ActionMenu.Content>
          <ActionMenu.Group label={texts.as}>
            <ActionMenu.Item onSelect={() => save.mutate("xlsx")}>{texts.xlsx}</ActionMenu.Item>
            <ActionMenu.Item onSelect={() => save.mutate("csv")}>{texts.csv}</ActionMenu.Item>
          </ActionMenu.Group>
        </ActionMenu.Content>
      </ActionMenu>
      {save.error && <ProblemMessage error={save.error} />}
    </>
  );
}
