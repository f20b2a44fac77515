import { ActionMenu, Button } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { postFile } from "../../platform/ui/api.ts";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenListAsk } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { COLUMNS, type Columns } from "./use-columns.ts";

type Props = { readonly ask: CitizenListAsk; readonly columns: Columns; readonly mayExport: boolean };

/** Which columns to see, and the list as a file for those who may. */
export function ListTools({ ask, columns, mayExport }: Props): ReactElement {
  const { list: texts, columns: names } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const fetchAs = (format: "csv" | "xlsx") => {
    const { page: _page, ...filters } = ask;
    return postFile("/citizens/export", { ...filters, format, language });
  };
  return (
    <div className="citizens-tools no-print">
      <ActionMenu>
        <ActionMenu.Trigger>
          <Button size="small" variant="tertiary" data-color="neutral">
            {texts.columns}
          </Button>
        </ActionMenu.Trigger>
        <ActionMenu.Content>
          <ActionMenu.Group label={texts.columns}>
            {COLUMNS.slice(1).map((column) => (
              <ActionMenu.CheckboxItem
                key={column}
                checked={columns.shown.includes(column)}
                onCheckedChange={() => columns.toggle(column)}
              >
                {names[column]}
              </ActionMenu.CheckboxItem>
            ))}
          </ActionMenu.Group>
        </ActionMenu.Content>
      </ActionMenu>
      {mayExport && <FileMenu label={texts.export} help={texts.exportHelp} size="small" fetchAs={fetchAs} />}
    </div>
  );
}
