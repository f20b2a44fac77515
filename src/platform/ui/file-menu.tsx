import { ActionMenu, Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { FetchedFile } from "./api.ts";
import { ProblemMessage } from "./problem-message.tsx";
import { saveFile } from "./save-file.ts";
import { uiTexts } from "./ui-texts.ts";
import { useTexts } from "./use-language.tsx";

type Props = {
  readonly label: string;
  /** What the file is about, for those who hear the page. */
  readonly about?: string;
  /** What stands above the choice of form. */
  readonly help?: string;
  readonly size?: "small" | "xsmall";
  readonly fetchAs: (format: "xlsx" | "csv") => Promise<FetchedFile>;
};

/** A button that saves rows as a spreadsheet or as CSV. */
export function FileMenu({ label, about, help, size = "xsmall", fetchAs }: Props): ReactElement {
  const { file: texts } = useTexts(uiTexts);
  const save = useMutation({
    mutationFn: fetchAs,
    onSuccess: ({ name, bytes }) => saveFile(name, bytes),
  });
  return (
    <>
      <ActionMenu>
        <ActionMenu.Trigger>
          <Button
            size={size}
            variant="tertiary"
            data-color="neutral"
            className="no-print"
            loading={save.isPending}
            {...(about === undefined ? {} : { "aria-label": `${label}: ${about}` })}
          >
            {label}
          </Button>
        </ActionMenu.Trigger>
        <ActionMenu.Content>
          <ActionMenu.Group label={help ?? texts.as}>
            <ActionMenu.Item onSelect={() => save.mutate("xlsx")}>{texts.xlsx}</ActionMenu.Item>
            <ActionMenu.Item onSelect={() => save.mutate("csv")}>{texts.csv}</ActionMenu.Item>
          </ActionMenu.Group>
        </ActionMenu.Content>
      </ActionMenu>
      {save.error && <ProblemMessage error={save.error} />}
    </>
  );
}
