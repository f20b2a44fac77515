import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

/** What writes and reads files for others: some hundred milliseconds and tens of megabytes each, wanted by few requests. */
const ONLY_WHEN_USED = ["exceljs", "docx", "@myriaddreamin/typst-ts-node-compiler", "yauzl", "saxes"];

/** Brings in what a server is made of and tells the packages that came with it. */
const SCRIPT = `
  import { registerHooks } from "node:module";
  const packages = new Set();
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const named = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(found.url);
      if (named) packages.add(named[1]);
      return found;
    },
  });
  await import(process.argv[1]);
  process.stdout.write(JSON.stringify([...packages]));
  process.exit(0);
`;

it("a server starts without the packages that write and read workbooks, documents and PDFs", () => {
  const serve = new URL("./serve.ts", import.meta.url).href;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", SCRIPT, serve], { encoding: "utf8" });
  const packages = JSON.parse(said) as readonly string[];
  expect(packages).toContain("fastify");
  expect(packages.filter((name) => ONLY_WHEN_USED.includes(name))).toEqual([]);
});
