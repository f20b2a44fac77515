import fc from "fast-check";
import { expect, test } from "vitest";
import { readZip, writeZip } from "./zip.ts";

test("what was packed comes out again, and the same files give the same bytes", () => {
  const file = fc.record({ name: fc.string({ minLength: 1, maxLength: 20 }), data: fc.uint8Array({ maxLength: 300 }) });
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 8 }), (files) => {
      const given = files.map(({ name, data }) => ({ name: name.toWellFormed(), data: Buffer.from(data) }));
      const zip = writeZip(given, "2021-07-02");
      expect(readZip(zip)).toEqual(given);
      expect(Buffer.compare(zip, writeZip(given, "2021-07-02"))).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test("something else is not a zip", () => {
  expect(() => readZip(Buffer.from("nothing packed here"))).toThrow("not a zip file");
});
