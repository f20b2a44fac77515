import type { ReactElement } from "react";
import { type SparkInput, sparkShapes } from "./sparkline-geometry.ts";

type Props = Omit<SparkInput, "width" | "height"> & { readonly label: string; readonly empty: string };

const WIDTH = 132;
const HEIGHT = 34;

/** A small curve: what was measured, the path or level that is wanted, and where it is expected to end. */
export function Sparkline({ label, empty, ...input }: Props): ReactElement {
  const shapes = sparkShapes({ ...input, width: WIDTH, height: HEIGHT });
  if (!shapes) return <span className="sparkline-empty">{empty}</span>;
  const { actual, path, targetY, last, end } = shapes;
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {path === "" && targetY !== null && <path className="spark-wanted" d={`M0 ${targetY}H${WIDTH}`} />}
      {path !== "" && <path className="spark-wanted" d={path} />}
      {end && last && <path className="spark-band" d={`M${last.x} ${last.y}L${end.x} ${end.high}V${end.low}Z`} />}
      <path className="spark-actual" d={actual} />
      {last && <circle className="spark-last" cx={last.x} cy={last.y} r="2.6" />}
    </svg>
  );
}
