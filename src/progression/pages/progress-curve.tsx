import type { ReactElement } from "react";
import { curveShapes, type ShapeBox, type ShapePoint } from "./curve-shapes.ts";

type Props = Pick<ShapeBox, "scale" | "days"> & {
  readonly points: readonly ShapePoint[];
  /** The same in words. */
  readonly label: string;
};

const WIDTH = 150;
const HEIGHT = 40;

/** A small curve of one dimension between the ends of its scale. */
export function ProgressCurve({ points, label, scale, days }: Props): ReactElement {
  const { line, dots } = curveShapes(points, { width: WIDTH, height: HEIGHT, scale, days });
  return (
    <svg className="progress-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="progress-end" d={`M0 5H${WIDTH}M0 ${HEIGHT - 5}H${WIDTH}`} />
      {line !== "" && <path className="progress-line" d={line} />}
      {dots.map(({ x, y }) => (
        <circle key={x} className="progress-dot" cx={x} cy={y} r="2.4" />
      ))}
    </svg>
  );
}
