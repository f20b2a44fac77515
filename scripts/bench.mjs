// `npm run bench`: the benchmarks on the pinned Node.
import { ensureInstalled, runNode } from "./runtime.mjs";

ensureInstalled();
process.exitCode = await runNode(["bench/main.ts", ...process.argv.slice(2)]);
