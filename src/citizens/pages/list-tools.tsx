import type { ReactElement } from "react";
import { postFile } from "../../platform/ui/api.ts";
import { ColumnMenu } from "../../platform/ui/column-menu.tsx";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenListAsk } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { LIST_COLUMNS, type ListColumns } from "./use-columns.ts";

type Props = { readonly ask: CitizenListAsk; readonly columns: ListColumns; readonly mayExport: boolean };

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
      <ColumnMenu set={LIST_COLUMNS} columns={columns} names={names} />
      {mayExport && <FileMenu label={texts.export} help={texts.exportHelp} size="small" fetchAs={fetchAs} />}
    </div>
  );
}
