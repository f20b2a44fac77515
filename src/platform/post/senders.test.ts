import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { isNamedError } from "../db/public.ts";
import { readSenders } from "./senders.ts";

const folder = mkdtempSync(join(tmpdir(), "springbraet-senders-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "senders.yaml");

const said = (text: string): string => {
  writeFileSync(file, text);
  try {
    readSenders(file);
  } catch (error) {
    return isNamedError(error) ? error.texts.en : String(error);
  }
  return "read";
};

it("reads who letters come from", () => {
  writeFileSync(
    file,
    '"0316":\n  name: Jobcenter Prøve\n  cvr: "00000000"\n  address: [Prøvevej 1, 0000 Prøveby]\n  phone: 00 00 00 00\n',
  );
  expect(readSenders(file)["0316"]).toEqual({
    name: "Jobcenter Prøve",
    cvr: "00000000",
    address: ["Prøvevej 1", "0000 Prøveby"],
    phone: "00 00 00 00",
    mail: null,
  });
});

it("says what is wrong, with line and key, all of it", () => {
  const text = said('"0316":\n  name: Jobcenter Prøve\n  cvr: "123"\n  address: []\n  phone: "1"\n  mail: nobody\n');
  expect(text).toContain("line 3: 0316.cvr: eight digits");
  expect(text).toContain("line 4: 0316.address:");
  expect(text).toContain("line 6: 0316.mail:");
  expect(said("316: {}")).toContain("316");
  expect(said("{")).toContain("YAML");
});

it("says that a file cannot be read", () => {
  expect(() => readSenders(join(folder, "nowhere"))).toThrow(/cannot be read/);
});
