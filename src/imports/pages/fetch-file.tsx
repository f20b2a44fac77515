import type { ReactElement } from "react";
import { getFile } from "../../platform/ui/api.ts";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { useLanguage } from "../../platform/ui/use-language.tsx";

type Props = {
  readonly path: string;
  readonly label: string;
  /** What the file is about, for those who hear the page. */
  readonly about?: string;
};

/** Fetches rows as a spreadsheet or as CSV. */
export function FetchFile({ path, ...shown }: Props): ReactElement {
  const { language } = useLanguage();
  return <FileMenu {...shown} fetchAs={(format) => getFile(path, { language, format })} />;
}
