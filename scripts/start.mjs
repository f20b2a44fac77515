// `npm start`: from a fresh clone to the demo municipality in a browser.
import { ensureInstalled, runNode } from "./runtime.mjs";
import { buildWeb } from "./web-build.mjs";

ensureInstalled();
const built = await buildWeb();
process.exitCode = built === 0 ? await runNode(["src/app/cli.ts", "start", ...process.argv.slice(2)]) : built;
