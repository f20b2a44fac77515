import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GoalNote } from "../../plan/contract.ts";
import { type Visitor, visitorAs } from "./visitor.ts";

/** Somebody who writes comments one after the other, and remembers which were answered and which were not. */
export type Writer = {
  /** Writes until the server no longer answers. */
  readonly write: (url: string) => Promise<void>;
  /** Sends again, under its old key, what was not answered. */
  readonly sendAgain: (url: string) => Promise<void>;
  /** Comments that were answered: what they say, and the id they were given. */
  readonly answered: ReadonlyMap<string, string>;
};

/** Somebody who loads whole files of companies, all with the same number of employees, by the command line's way in. */
export type Loader = {
  readonly load: (url: string) => Promise<void>;
  readonly sendAgain: (url: string) => Promise<void>;
  /** The numbers of employees that were answered, in their order. */
  readonly answered: readonly number[];
  /** What was found half. */
  readonly half: readonly string[];
};

type Loaded = {
  readonly ok: boolean;
  readonly facts: Record<string, { added: number; corrected: number; unchanged: number }>;
};

const NOTES = "/plans/holbaek-2020-21/goals/G-HO20-04/notes";
/** Companies in a file. */
export const COMPANIES = 300;
/** A busy server answers so many seconds after the kill at the latest, or not at all. */
const PATIENCE_MS = 20_000;

/** All comments there are, by what they say. */
export async function notesAt(url: string): Promise<readonly GoalNote[]> {
  const visitor = await visitorAs(url, "analyst");
  return (await visitor.get<{ notes: readonly GoalNote[] }>(NOTES)).body.notes;
}

/** A writer of comments that begin with a name. */
export function writer(name: string): Writer {
  const answered = new Map<string, string>();
  const open = new Map<string, string>();
  let written = 0;
  const send = async (visitor: Visitor, text: string, key: string): Promise<boolean> => {
    open.set(text, key);
    const answer = await visitor.send<GoalNote>("POST", NOTES, { kind: "comment", text }, key).catch(() => null);
    if (answer?.status !== 200) return false;
    answered.set(text, answer.body.id);
    open.delete(text);
    return true;
  };
  return {
    answered,
    write: async (url) => {
      const visitor = await visitorAs(url, "analyst").catch(() => null);
      if (!visitor) return;
      do written += 1;
      while (await send(visitor, `${name} ${written}`, randomUUID()));
    },
    sendAgain: async (url) => {
      const visitor = await visitorAs(url, "analyst");
      const until = Date.now() + PATIENCE_MS;
      for (const [text, key] of [...open]) {
        while (!(await send(visitor, text, key))) {
          if (Date.now() > until) throw new Error(`"${text}" could not be written after the restart`);
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }
    },
  };
}

/** A loader of files, working through the server that owns a data folder. */
export function loader(data: string, folder: string, municipality: string): Loader {
  const answered: number[] = [];
  const half: string[] = [];
  let number = 0;
  let open: number | null = null;
  const load = async (url: string, employees: number): Promise<Loaded["facts"][string] | null> => {
    const at = join(folder, String(employees));
    mkdirSync(at, { recursive: true });
    const rows = Array.from(
      { length: COMPANIES },
      (_, n) => `load-${n},2020-01-01,,Firma ${n},,${municipality},${employees},`,
    );
    writeFileSync(
      join(at, "companies.csv"),
      ["id,first_day,last_day,name,cvr,municipality_code,employees,industry", ...rows, ""].join("\n"),
    );
    const { token } = JSON.parse(readFileSync(join(data, "springbraet.lock"), "utf8")) as { token: string };
    const answer = await fetch(`${url}/api/v1/local/load`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "x-springbraet": "1" },
      body: JSON.stringify({ folder: at, municipality, synthetic: true }),
    }).catch(() => null);
    const body = (await answer?.json().catch(() => null)) as { result: Loaded } | null | undefined;
    if (answer?.status !== 200 || !body?.result.ok) return null;
    open = null;
    answered.push(employees);
    return body.result.facts.companies ?? null;
  };
  return {
    answered,
    half,
    load: async (url) => {
      do {
        number += 1;
        open = number;
      } while (await load(url, number));
    },
    sendAgain: async (url) => {
      if (open === null) return;
      const asked = open;
      const until = Date.now() + PATIENCE_MS;
      let done = await load(url, asked);
      while (!done && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        done = await load(url, asked);
      }
      if (!done) throw new Error(`the load ${asked} could not be done after the restart`);
      const { added, corrected, unchanged } = done;
      if (![added, corrected, unchanged].includes(COMPANIES))
        half.push(`load ${asked}: ${added} added, ${corrected} corrected, ${unchanged} unchanged`);
    },
  };
}
