import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Delivery } from "./contract.ts";

/** A folder that another program takes messages from, and puts word of those that could not be delivered into. */
export type Outbox = {
  /** Puts a message there whole or not at all; the same id again replaces it. */
  readonly put: (municipality: string, message: { readonly id: string; readonly content: string }) => Delivery;
  /** Ids of messages that came back. */
  readonly returned: (municipality: string) => readonly string[];
  /** Forgets word of a message that came back. */
  readonly forget: (municipality: string, id: string) => void;
};

const ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\./;

/**
 * Opens an outbox: `<folder>/<municipality>/<id>.xml`, readable by its owner only, since messages hold CPR numbers. What could not be delivered
 * comes back as a file whose name begins with the message's id in `<folder>/<municipality>/returned/`; its content is not read.
 */
export function openOutbox(folder: string): Outbox {
  const placeOf = (municipality: string): string => join(folder, municipality);
  const returnedTo = (municipality: string): string => join(placeOf(municipality), "returned");
  return {
    put: (municipality, { id, content }) => {
      try {
        mkdirSync(placeOf(municipality), { recursive: true, mode: 0o700 });
        writeWhole(join(placeOf(municipality), `${id}.xml`), content);
        return { ok: true };
      } catch {
        return { ok: false, code: "no_room", isPassing: true };
      }
    },
    returned: (municipality) => [
      ...new Set(filesIn(returnedTo(municipality)).flatMap((name) => ID.exec(name)?.[1] ?? [])),
    ],
    forget: (municipality, id) => {
      const place = returnedTo(municipality);
      // The folder may be another program's: what cannot be taken away is told again.
      for (const name of filesIn(place).filter((one) => one.startsWith(`${id}.`))) takeAway(join(place, name));
    },
  };
}

function takeAway(path: string): void {
  try {
    rmSync(path);
  } catch {
    return;
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whoever takes messages from the folder never sees half of one: it gets its name when all of it is on the disk. */
function writeWhole(path: string, content: string): void {
  const unfinished = `${path}.part`;
  try {
    const file = openSync(unfinished, "w", 0o600);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    // It holds a CPR number.
    rmSync(unfinished, { force: true });
    throw error;
  }
}
