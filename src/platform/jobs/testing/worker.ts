import { logAccess } from "../../audit/log-access.ts";
import { inTenant, openDatabase } from "../../db/public.ts";
import { openJobs } from "../public.ts";

/**
 * A process that works on the jobs of a database until it is killed: `node worker.ts <url> <lease in seconds>`. It writes each job
 * it has done in the access log, and its number on standard output when it begins one.
 */
const [url = "", lease = "2"] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const db = await openDatabase({ url });
const jobs = await openJobs(db, { log: silent, leaseSeconds: Number(lease), lookEveryMs: 50 });

await jobs.work(
  "counted",
  async ({ municipality, data, attempt }) => {
    process.stdout.write(`${String(data.number)}\n`);
    if (data.hangs === true && attempt === 1) await new Promise(() => undefined);
    await inTenant(db, { municipality }, (tx) =>
      logAccess(tx, {
        user: { label: `process ${process.pid}`, role: "analyst" },
        action: "counted",
        purpose: "test",
        keys: [String(data.number)],
      }),
    );
    return undefined;
  },
  4,
);
process.stdout.write("ready\n");
process.stdin.resume();
