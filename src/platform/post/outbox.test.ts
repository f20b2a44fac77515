import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openOutbox } from "./outbox.ts";

const folder = mkdtempSync(join(tmpdir(), "springbraet-outbox-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ID = "7b4f5f0e-9f0e-4c55-9f52-0d4d2f4ab001";

it("puts a message there whole, for its owner only, and the same id again in its place", () => {
  const outbox = openOutbox(folder);
  for (const content of ["<a/>", "<b/>"]) expect(outbox.put("0316", { id: ID, content })).toEqual({ ok: true });
  expect(readdirSync(join(folder, "0316"))).toEqual([`${ID}.xml`]);
  expect(readFileSync(join(folder, "0316", `${ID}.xml`), "utf8")).toBe("<b/>");
  if (process.platform !== "win32") expect(statSync(join(folder, "0316", `${ID}.xml`)).mode & 0o777).toBe(0o600);
});

it("tells of a message that came back until it is forgotten, and reads nothing of it", () => {
  const outbox = openOutbox(folder);
  expect(outbox.returned("0316")).toEqual([]);
  const back = join(folder, "0316", "returned");
  mkdirSync(back, { recursive: true });
  for (const name of [`${ID}.xml`, `${ID}.reason.txt`, "notes.txt"]) writeFileSync(join(back, name), "x");
  expect(outbox.returned("0316")).toEqual([ID]);
  outbox.forget("0316", ID);
  expect(outbox.returned("0316")).toEqual([]);
  expect(readdirSync(back)).toEqual(["notes.txt"]);
});

it("says when there is no room, and leaves nothing", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(openOutbox(file).put("0316", { id: ID, content: "" })).toEqual({
    ok: false,
    code: "no_room",
    isPassing: true,
  });
  expect(existsSync(join(file, "0316"))).toBe(false);
});
