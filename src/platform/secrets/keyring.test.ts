import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Keyring } from "./keyring.ts";
import { openKeyring } from "./open-keyring.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-keys-"));
  folders.push(folder);
  return folder;
}

const open = (folder: string, env: Record<string, string> = {}): Keyring => openKeyring({ folder, env });
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe("the key ring", () => {
  const keyring = open(newFolder());

  it("gives back what it sealed, and never seals alike twice", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.string(), (bytes, context) => {
        const plain = Buffer.from(bytes);
        const sealed = keyring.encrypt(plain, context);
        expect(keyring.decrypt(sealed, context)).toEqual(plain);
        expect(keyring.encrypt(plain, context)).not.toEqual(sealed);
        if (plain.length > 3) expect(sealed.includes(plain)).toBe(false);
      }),
    );
  });

  it("opens nothing that was moved to another place or changed in a single bit", () => {
    const sealed = keyring.encrypt(Buffer.from("6112508001"), "citizens.citizens.cpr 0316");
    expect(codeOf(() => keyring.decrypt(sealed, "citizens.citizens.cpr 0265"))).toBe("sealed_damaged");
    for (let at = 5; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(codeOf(() => keyring.decrypt(changed, "citizens.citizens.cpr 0316"))).toBe("sealed_damaged");
    }
    expect(codeOf(() => keyring.decrypt(Buffer.alloc(40), "x"))).toBe("key_missing");
    expect(codeOf(() => keyring.decrypt(sealed.subarray(0, 12), "citizens.citizens.cpr 0316"))).toBe("sealed_damaged");
  });

  it("indexes the same number alike in one municipality and differently in another", () => {
    expect(keyring.indexOf("0316", "6112508001")).toEqual(keyring.indexOf("0316", "6112508001"));
    expect(keyring.indexOf("0316", "6112508001")).not.toEqual(keyring.indexOf("0265", "6112508001"));
    expect(keyring.indexOf("0316", "6112508001")).not.toEqual(keyring.indexOf("0316", "6112508002"));
    expect(keyring.indexOf("0316", "6112508001")).not.toEqual(open(newFolder()).indexOf("0316", "6112508001"));
  });

  it("gives a person known by number only a lasting id that holds no digit of it in a row", () => {
    const id = keyring.pseudonym("0316", "6112508001");
    expect(id).toMatch(/^p[a-z0-9]{24}$/);
    expect(id).not.toBe(keyring.pseudonym("0265", "6112508001"));
    expect(id).not.toBe(keyring.pseudonym("0316", "6112508002"));
    keyring.renew("index");
    keyring.renew("encryption");
    expect(keyring.pseudonym("0316", "6112508001")).toBe(id);
  });

  it("cannot be printed", () => {
    const secrets = JSON.parse(readFileSync(join(folders[0] ?? "", "keys.json"), "utf8")).encryption as string[];
    const printed = inspect(keyring, { depth: 9, showHidden: true }) + JSON.stringify(keyring);
    for (const secret of secrets) {
      expect(printed).not.toContain(secret);
      expect(printed).not.toContain(Buffer.from(secret, "base64").toString("hex"));
    }
  });
});

describe("renewed keys", () => {
  it("seal what comes, while the old ones open what was sealed before, also after a restart", () => {
    const folder = newFolder();
    const before = open(folder);
    const sealed = before.encrypt(Buffer.from("a"), "c");
    const indexed = before.indexOf("0316", "a");
    before.renew("encryption");
    before.renew("index");
    for (const keyring of [before, open(folder)]) {
      expect(keyring.decrypt(sealed, "c").toString()).toBe("a");
      expect(keyring.encrypt(Buffer.from("a"), "c").subarray(0, 5)).not.toEqual(sealed.subarray(0, 5));
      expect(keyring.indexOf("0316", "a")).not.toEqual(indexed);
      expect(keyring.indexesOf("0316", "a")).toContainEqual(indexed);
    }
  });
});

describe("the key file", () => {
  it("is made at the first start for its owner's eyes only, and read at the next", () => {
    const folder = newFolder();
    const sealed = open(folder).encrypt(Buffer.from("a"), "c");
    if (process.platform !== "win32") expect(statSync(join(folder, "keys.json")).mode & 0o777).toBe(0o600);
    expect(open(folder).decrypt(sealed, "c").toString()).toBe("a");
  });

  it("is refused when others can read it", () => {
    const folder = newFolder();
    open(folder);
    chmodSync(join(folder, "keys.json"), 0o644);
    if (process.platform !== "win32") expect(codeOf(() => open(folder))).toBe("keys_open_to_others");
  });

  it("is not made anew when the records hold sealed numbers, and keys of others are told by their id", () => {
    const sealedWith = { encryption: [open(newFolder()).encrypt(Buffer.from("a"), "c").subarray(0, 5)], index: [] };
    const empty = newFolder();
    expect(codeOf(() => openKeyring({ folder: empty, env: {}, sealedWith }))).toBe("keys_lost");
    open(empty);
    expect(codeOf(() => openKeyring({ folder: empty, env: {}, sealedWith }))).toBe("key_missing");
  });

  it("tells nothing of what stood in it when it cannot be read", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "keys.json"), '{"encryption":["c2VjcmV0"],"index":[]}', { mode: 0o600 });
    try {
      open(folder);
      expect.unreachable();
    } catch (error) {
      expect((error as { code: string }).code).toBe("keys_unreadable");
      expect(inspect(error)).not.toContain("c2VjcmV0");
    }
  });

  it("gives way to keys from the environment, which only the operator renews", () => {
    const made = newFolder();
    const sealed = open(made).encrypt(Buffer.from("a"), "c");
    const env = { SPRINGBRAET_KEYS: readFileSync(join(made, "keys.json"), "utf8") };
    const keyring = open(newFolder(), env);
    expect(keyring.decrypt(sealed, "c").toString()).toBe("a");
    expect(codeOf(() => keyring.renew("encryption"))).toBe("keys_from_environment");
  });
});
