import { type ReactElement, useEffect, useRef } from "react";

type Props = { readonly svg: string; readonly label: string; readonly className?: string };

/** A picture the server drew as SVG, set into the page so that it is written in the page's own font. */
export function SvgPicture({ svg, label, className = "" }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    if (drawn.nodeName === "svg") box.current?.replaceChildren(document.adoptNode(drawn));
  }, [svg]);
  return <div className={className} role="img" aria-label={label} ref={box} />;
}
