import { expect, test } from "vitest";
import { type SparkPoint, sparkShapes } from "./sparkline-geometry.ts";

const box = { target: null, end: null, width: 106, height: 26 };
const at = (x: number, value: number | null, path: number | null = null): SparkPoint => ({ x, value, path });

test("the curve fills its box from the first to the last day", () => {
  const shapes = sparkShapes({ ...box, points: [at(0, 0), at(50, 5), at(100, 10)] });
  expect(shapes?.actual).toBe("M3 23L53 13L103 3");
  expect(shapes?.last).toEqual({ x: 103, y: 3 });
});

test("a period without data breaks the line instead of bridging it", () => {
  const shapes = sparkShapes({ ...box, points: [at(0, 0), at(50, null), at(75, 5), at(100, 10)] });
  expect(shapes?.actual).toBe("M3 23M78 13L103 3");
});

test("the target and where it is expected to end are always inside the box", () => {
  const end = { x: 200, value: 40, low: 30, high: 60 };
  const shapes = sparkShapes({ ...box, points: [at(0, 10, 10), at(100, 20, 30)], target: 50, end });
  expect(shapes?.targetY).toBeCloseTo(7, 0);
  expect(shapes?.end).toMatchObject({ x: 103, high: 3 });
  expect(shapes?.path).toBe("M3 23L53 15");
});

test("a level that never moves is drawn in the middle, and one point is no curve", () => {
  expect(sparkShapes({ ...box, points: [at(0, 7), at(1, 7)] })?.actual).toBe("M3 13L103 13");
  expect(sparkShapes({ ...box, points: [at(0, 7)] })).toBeNull();
});
