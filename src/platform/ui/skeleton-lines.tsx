import { Skeleton } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { uiTexts } from "./ui-texts.ts";
import { useTexts } from "./use-language.tsx";

const WIDTHS = [92, 74, 88, 69, 95, 81, 77, 90, 72, 86, 79, 94];

/** Grey lines where text will stand, with a word for those who cannot see them. At most twelve. */
export function SkeletonLines({ lines }: { readonly lines: number }): ReactElement {
  const texts = useTexts(uiTexts);
  return (
    <div className="skeleton-lines" aria-busy="true">
      <span className="aksel-sr-only" role="status">
        {texts.loading}
      </span>
      {WIDTHS.slice(0, lines).map((width) => (
        <Skeleton key={width} variant="text" width={`${width}%`} />
      ))}
    </div>
  );
}
