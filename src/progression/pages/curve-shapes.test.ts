import { expect, it } from "vitest";
import { curveShapes } from "./curve-shapes.ts";

const BOX = { width: 110, height: 50, scale: { from: 1, to: 5 }, days: { from: 0, to: 100 } };

it("a curve uses the whole scale, so that a step is as high on every curve", () => {
  const { line, dots } = curveShapes(
    [
      { x: 0, value: 1 },
      { x: 50, value: 3 },
      { x: 100, value: 5 },
    ],
    BOX,
  );
  expect(dots).toEqual([
    { x: 5, y: 45 },
    { x: 55, y: 25 },
    { x: 105, y: 5 },
  ]);
  expect(line).toBe("M5 45L55 25L105 5");
});

it("one measurement is a dot and no line", () => {
  expect(curveShapes([{ x: 7, value: 5 }], { ...BOX, days: { from: 7, to: 7 } })).toEqual({
    line: "",
    dots: [{ x: 55, y: 5 }],
  });
});
