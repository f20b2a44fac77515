import { expect, it } from "vitest";
import { isDateFormat } from "./number-formats.ts";

it.each([
  [14, undefined, true],
  [22, undefined, true],
  [0, undefined, false],
  [20, undefined, false],
  [164, "dd\\-mm\\-yyyy;@", true],
  [165, "[$-406]d. mmmm yyyy", true],
  [166, "åååå-mm-dd", true],
  [167, "mmm", true],
  [168, "hh:mm", false],
  [169, "[h]:mm", false],
  [170, '#,##0.00 "kr. d"', false],
  [171, "General", false],
  [172, '0 "mdr."', false],
])("format %s %s shows dates: %s", (id, code, expected) => expect(isDateFormat(id, code)).toBe(expected));
