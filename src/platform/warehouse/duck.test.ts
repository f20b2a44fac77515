import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Duck, openDuck } from "./duck.ts";

let duck: Duck;
beforeEach(async () => {
  duck = await openDuck(":memory:");
  await duck.execute("CREATE TABLE spells (id INTEGER)");
});
afterEach(() => duck.close());

const counted = async (): Promise<unknown> => (await duck.run("SELECT count(*) AS n FROM spells"))[0]?.n;

describe("questions and changes side by side", () => {
  it("answers from what was committed while a change goes on, and with the change when it is made", async () => {
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: hasWritten, resolve: written } = Promise.withResolvers<void>();
    const change = duck.alone(async (own) => {
      await own.execute("BEGIN");
      await own.execute("INSERT INTO spells VALUES (1), (2)");
      expect((await own.run("SELECT count(*) AS n FROM spells"))[0]?.n).toBe(2);
      written();
      await mayEnd;
      await own.execute("COMMIT");
    });
    await hasWritten;
    expect(await counted()).toBe(0);
    end();
    await change;
    expect(await counted()).toBe(2);
  });

  it("makes changes one after the other, in the order they were asked for", async () => {
    await Promise.all(
      [1, 2, 3].map((id) => duck.execute(`INSERT INTO spells SELECT ${id} + count(*) * 10 FROM spells`)),
    );
    expect((await duck.run("SELECT id FROM spells ORDER BY id")).map(({ id }) => id)).toEqual([1, 12, 23]);
  });

  it("can be closed under a question, which then ends; later ones are refused", async () => {
    const own = await openDuck(":memory:");
    const long = own.run("SELECT count(*) AS n FROM range(4000000000) a, range(4000000000) b");
    own.close();
    own.close();
    await expect(long).rejects.toThrow(/INTERRUPT/i);
    await expect(own.run("SELECT 1 AS n")).rejects.toThrow(/closed/);
  });

  it("answers many questions at once, and goes on after those that fail", async () => {
    const asked = Array.from({ length: 40 }, (_, n) => duck.run(n % 2 === 0 ? `SELECT ${n} AS n` : "SELECT nothing"));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(20);
    expect(settled.flatMap((one) => (one.status === "fulfilled" ? one.value.map(({ n }) => n) : []))).toEqual(
      Array.from({ length: 20 }, (_, n) => 2 * n),
    );
    expect(await counted()).toBe(0);
  });
});
