import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { fill } from "../texts/catalogue.ts";
import { uiTexts } from "./ui-texts.ts";
import { useTexts } from "./use-language.tsx";

type Props = { readonly name: string; readonly className?: string; readonly children: ReactNode };

/** Lets something wide scroll inside its own box, so that the page never does; by keyboard too whenever there is more to see. */
export function ScrollBox({ name, className = "", children }: Props): ReactElement {
  const texts = useTexts(uiTexts);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
        element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    });
    observer.observe(element);
    for (const inner of element.children) observer.observe(inner);
    return () => observer.disconnect();
  }, []);
  return (
    <section className={`scroll-box ${className}`} aria-label={fill(texts.scrollable, { name })} ref={box}>
      {children}
    </section>
  );
}
