#!/usr/bin/env node
// `npx springbraet ...`: the command line on the pinned Node. Says nothing of its own on stdout.
import { join } from "node:path";
import { ensureInstalled, root, runNode } from "../scripts/runtime.mjs";
import { buildWeb } from "../scripts/web-build.mjs";

const args = process.argv.slice(2);
const showsPages = args[0] === "serve" || args[0] === "start";

ensureInstalled({ onlyWhenMissing: true });
const built = showsPages && !args.includes("--help") ? await buildWeb() : 0;
process.exitCode = built === 0 ? await runNode([join(root, "src/app/cli.ts"), ...args], { cwd: process.cwd() }) : built;
