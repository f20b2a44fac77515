import { type ReactElement, useEffect, useRef, useState } from "react";
import { drawPathChart, type PathChartData } from "./path-chart-marks.ts";

type Props = { readonly data: PathChartData; readonly label: string };

/** A chart of measured values, the path to the target and the projection with its band. A table with the same numbers stands beside it. */
export function PathChart({ data, label }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!box.current || width === 0) return;
    box.current.replaceChildren(drawPathChart(data, { width, label }));
  }, [data, width, label]);
  return <div className="path-chart" ref={box} />;
}
