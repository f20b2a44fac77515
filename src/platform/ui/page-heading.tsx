import { Heading } from "@navikt/ds-react";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { uiTexts } from "./ui-texts.ts";
import { useTexts } from "./use-language.tsx";

/** Whether a page has been shown before this one: only then does a new page take the focus. */
const walk = { started: false };

type Props = {
  readonly children: ReactNode;
  /** The name in the browser's tab, when it differs from the heading. */
  readonly title: string;
  readonly size?: "large" | "medium";
  /** False when the page puts the focus somewhere better itself. */
  readonly takesFocus?: boolean;
};

/** The page's one h1. Names the browser tab and takes the focus when the reader comes from another page. */
export function PageHeading({ children, title, size = "large", takesFocus = true }: Props): ReactElement {
  const texts = useTexts(uiTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
  }, [title, texts.product]);
  useEffect(() => {
    if (walk.started && takesFocus) heading.current?.focus();
    walk.started = true;
  }, [takesFocus]);
  return (
    <Heading level="1" size={size} ref={heading} tabIndex={-1} className="page-heading">
      {children}
    </Heading>
  );
}
