import { randomUUID } from "node:crypto";
import type { BatchView } from "../../imports/contract.ts";
import { cookieOf, type Visitor, visitorWith } from "./visitor.ts";

/** An analyst who drops files of companies on the import page, all with the same number of employees, and has them stored. */
export type Importer = {
  /** Imports until the server no longer answers. */
  readonly work: (url: string) => Promise<void>;
  /** Goes on where the server left off, until the import is stored. */
  readonly sendAgain: (url: string) => Promise<void>;
  /** The numbers of employees whose storing was promised, in their order. */
  readonly answered: readonly number[];
  /** What was found half. */
  readonly half: readonly string[];
};

/** Where the import under way is. Each step is asked under the same key again when its answer did not come. */
type UnderWay = { readonly employees: number; readonly key: string; batch: string | null; isPromised: boolean };

/** Companies in a file. */
export const IMPORTED = 200;
/** From here on employees are counted, so that they are told from those of loads. */
const FIRST = 10_000;
/** A job whose process died waits for its lease to end before another takes it. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/** An importer of files for a municipality, through the API that the page uses. */
export function importer(): Importer {
  const answered: number[] = [];
  const half: string[] = [];
  let employees = FIRST;
  let open: UnderWay | null = null;
  const whole = async (url: string, asked: UnderWay): Promise<void> => {
    const cookie = await cookieOf(url, { role: "analyst", municipality: "0316" });
    const analyst = visitorWith(url, cookie);
    asked.batch ??= await upload(url, cookie, asked.employees);
    const checked = await reaches(analyst, asked.batch, ["checked", "running", "done"]);
    if (checked.state === "checked") {
      const body = { version: checked.version };
      const answer = await analyst.send("POST", `/imports/${asked.batch}/run`, body, asked.key);
      if (answer.status !== 200)
        throw new Error(`storing was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    if (!asked.isPromised) answered.push(asked.employees);
    asked.isPromised = true;
    const [file] = (await reaches(analyst, asked.batch, ["done"])).files;
    const { new: added = 0, changed = 0, unchanged = 0 } = file?.counts ?? {};
    if (![added, changed, unchanged].includes(IMPORTED))
      half.push(`import ${asked.employees}: ${added} new, ${changed} changed, ${unchanged} unchanged`);
    open = null;
  };
  return {
    answered,
    half,
    work: async (url) => {
      try {
        for (;;) {
          employees += 1;
          open = { employees, key: randomUUID(), batch: null, isPromised: false };
          await whole(url, open);
        }
      } catch {
        // The server is gone, or about to be: what was under way is gone on with after the restart.
      }
    },
    sendAgain: async (url) => {
      const until = Date.now() + PATIENCE_MS;
      while (open) {
        try {
          await whole(url, open);
        } catch (error) {
          if (Date.now() > until) throw new Error(`import ${open?.employees} did not end`, { cause: error });
          await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        }
      }
    },
  };
}

/** Drops the file; the same file again gives the import that is there. */
async function upload(url: string, cookie: string, employees: number): Promise<string> {
  const rows = Array.from({ length: IMPORTED }, (_, n) => `import-${n},2020-01-01,,Firma ${n},,0316,${employees},`);
  const text = ["id,first_day,last_day,name,cvr,municipality_code,employees,industry", ...rows, ""].join("\n");
  const form = new FormData();
  form.append("files", new Blob([text]), "companies.csv");
  const headers = { cookie, "x-springbraet": "1" };
  const sent = await fetch(`${url}/api/v1/imports`, { method: "POST", headers, body: form });
  const body = (await sent.json()) as { readonly id: string };
  if (sent.status !== 200) throw new Error(`the upload was answered ${sent.status}: ${JSON.stringify(body)}`);
  return body.id;
}

/** The import once it is in one of some states. */
async function reaches(analyst: Visitor, id: string, states: readonly BatchView["state"][]): Promise<BatchView> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { status, body } = await analyst.get<BatchView>(`/imports/${id}`);
    if (status !== 200) throw new Error(`the import was answered ${status}`);
    if (states.includes(body.state)) return body;
    if (body.state === "failed" || Date.now() > until) throw new Error(`the import is ${body.state}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
