import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLock, takeLock } from "./lock.ts";
import { migrate, openDatabase } from "./public.ts";

const code = pathToFileURL(join(import.meta.dirname, "lock.ts")).href;

/** Takes the folder in another process and says "taken" or the error's code. */
function inOtherProcess(folder: string, then: string): { said: Promise<string>; end: () => Promise<unknown> } {
  const script = `import { takeLock } from ${JSON.stringify(code)};
    try { const lock = takeLock(${JSON.stringify(folder)}); ${then}; console.log("taken"); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.code); }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const said = new Promise<string>((resolve) =>
    child.stdout.once("data", (data: Buffer) => resolve(String(data).trim())),
  );
  const end = (): Promise<unknown> => {
    child.kill("SIGKILL");
    return ended;
  };
  return { said, end };
}

describe("one process owns a data folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "springbraet-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("refuses a second process and tells what runs and that commands go through it", async () => {
    const server = inOtherProcess(folder, `lock.publish({ url: "http://127.0.0.1:4100", token: "secret" })`);
    expect(await server.said).toBe("taken");
    expect(() => takeLock(folder)).toThrow(
      expect.objectContaining({
        code: "data_folder_in_use",
        holder: expect.objectContaining({ url: "http://127.0.0.1:4100", token: "secret" }),
        texts: expect.objectContaining({
          da: expect.stringContaining("en server på http://127.0.0.1:4100"),
          en: expect.stringContaining("goes through it"),
        }),
      }),
    );
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code: "data_folder_in_use" });
    await server.end();
  });

  it("never says the secret in the message", async () => {
    const server = inOtherProcess(folder, `lock.publish({ url: "http://127.0.0.1:4100", token: "secret" })`);
    await server.said;
    expect(() => takeLock(folder)).not.toThrow(/secret/);
    await server.end();
  });

  it("takes over from a process that died without saying goodbye", async () => {
    const server = inOtherProcess(folder, "");
    await server.said;
    await server.end();
    expect(readLock(folder)).toBeNull();
    const lock = takeLock(folder);
    expect(readLock(folder)?.pid).toBe(process.pid);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("takes over when the process number now belongs to another program", () => {
    const holder = { pid: process.pid, started: "1", url: null, token: null };
    writeFileSync(join(folder, "springbraet.lock"), JSON.stringify(holder));
    const started = JSON.parse(readFileSync(join(folder, "springbraet.lock"), "utf8")).started;
    expect(started).toBe("1");
    if (process.platform === "linux") expect(readLock(folder)).toBeNull();
    else expect(readLock(folder)?.pid).toBe(process.pid);
  });

  it("lets exactly one of several that start at once have it", async () => {
    const all = [1, 2, 3, 4].map(() => inOtherProcess(folder, ""));
    const said = await Promise.all(all.map((one) => one.said));
    expect(said.toSorted()).toEqual(["data_folder_in_use", "data_folder_in_use", "data_folder_in_use", "taken"]);
    await Promise.all(all.map((one) => one.end()));
  });

  it("keeps what was stored until the next time, and gives the folder back", async () => {
    const first = await openDatabase({ folder });
    expect((await migrate(first)).length).toBeGreaterThan(0);
    await first.close();
    const second = await openDatabase({ folder });
    expect(await migrate(second)).toEqual([]);
    await second.close();
    expect(readLock(folder)).toBeNull();
  });
});
