import { Pagination } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { uiTexts } from "./ui-texts.ts";
import { useTexts } from "./use-language.tsx";

type Props = {
  /** Rows in all, and how many a page has. */
  readonly total: number;
  readonly pageSize: number;
  /** The page shown, from 1; one past the last is shown as the last. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** What the pages are of, where a view has more than one list. */
  readonly label?: string;
};

/** The pages of a list, to choose from: nothing where one page holds it all, and never on paper. */
export function PageChoice({ total, pageSize, page, onPage, label }: Props): ReactElement | null {
  const texts = useTexts(uiTexts);
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  return (
    <Pagination
      className="no-print"
      size="small"
      aria-label={label ?? texts.pages}
      page={Math.min(page, pages)}
      count={pages}
      siblingCount={0}
      onPageChange={onPage}
    />
  );
}
