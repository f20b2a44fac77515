import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runNode } from "./runtime.mjs";

const STAMP = join(root, "dist", "web.stamp");
const SETTINGS = ["package-lock.json", "vite.config.ts", "tsconfig.base.json", "tsconfig.web.json"];
const SOURCE = /(?<!\.test)\.(tsx?|css|html|svg|json|woff2)$/;

/**
 * Builds the web app into dist/web unless it was built from the same sources before. Answers with the exit code.
 * @returns {Promise<number>}
 */
export async function buildWeb() {
  const now = fingerprint();
  if (existsSync(join(root, "dist", "web")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === now) return 0;
  process.stderr.write("Building the web app...\n");
  const code = await runNode(["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], {
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) return code;
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(STAMP, now);
  return 0;
}

/** A digest of everything the build may read. */
function fingerprint() {
  const digest = createHash("sha256");
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => SOURCE.test(file))
    .map((file) => join("src", file));
  for (const file of [...SETTINGS, ...sources].sort()) {
    if (existsSync(join(root, file)))
      digest
        .update(file)
        .update("\0")
        .update(readFileSync(join(root, file)));
  }
  return digest.digest("hex");
}
