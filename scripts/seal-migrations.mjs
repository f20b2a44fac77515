// Adds the digests of new migrations to db/migrations/hashes.json. Run it when a migration is merged; a sealed one is never edited.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./runtime.mjs";

const folder = join(root, "db", "migrations");
const list = join(folder, "hashes.json");
/** @type {Record<string, string>} */
const sealed = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : {};
const fresh = readdirSync(folder).filter((name) => name.endsWith(".sql") && !(name in sealed));

for (const name of fresh.sort()) {
  const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
  sealed[name] = createHash("sha256").update(text).digest("hex");
  process.stdout.write(`sealed ${name}\n`);
}
writeFileSync(list, `${JSON.stringify(sealed, null, 2)}\n`);
