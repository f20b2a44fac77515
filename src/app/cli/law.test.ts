import { describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

describe("springbraet law (RULE-01, RULE-02)", () => {
  it("lists the rules in force on a day for a group, without any records, and counts what is not enforced", async () => {
    const { code, out, err } = await runCli(["law", "--on", "2018-01-01", "--group", "integration"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^gælder +INT-CONTRACT +INL/m);
    expect(out).toMatch(/^gælder \(ikke bekræftet\) +INT-MONTHLY/m);
    expect(out).not.toContain("LAB-MONTH-2015");
    expect(out).toMatch(/^På 01\.01\.2018 gælder \d+ regler for personer i program .+; \d+ håndhæves ikke\.$/m);
  });

  it("tells what is different between two days, with what took the place of what", async () => {
    const asked = ["law", "--on", "2024-01-01", "--against", "2023-12-31", "--group", "dagpenge"];
    const { out } = await runCli([...asked, "--format", "json"]);
    const found = JSON.parse(out) as { before: string; changed: { before: { id: string }; after: { id: string } }[] };
    expect(found.before).toBe("2023-12-31");
    expect(found.changed.map(({ before, after }) => `${before.id} ${after.id}`)).toContain("LAB-J16-2020 LAB-16M");
    const told = await runCli(asked);
    expect(told.out).toMatch(/^kommet til +LAB-AK3-2024/m);
    expect(told.out).toMatch(/^Fra 31\.12\.2023 til 01\.01\.2024: \d+ er kommet til, \d+ er ophørt, \d+ er ændret/m);
  });

  it("has a municipality's own rules on top, and what its trial sets aside", async () => {
    const of = async (municipality: string): Promise<string> =>
      (await runCli(["law", "--on", "2014-06-01", "--municipality", municipality])).out;
    expect(await of("Gladsaxe")).toMatch(/^sat til side +LAB-APARAT-2014 /m);
    expect(await of("Gladsaxe")).toMatch(/^gælder +GLX-FIRST/m);
    expect(await of("Holbæk")).toMatch(/^gælder +LAB-APARAT-2014 /m);
  });

  it("refuses a day that is none and a group nobody knows, with the nearest", async () => {
    expect(await runCli(["law", "--on", "2021-02-31"])).toMatchObject({ code: 1, out: "" });
    const { code, err } = await runCli(["law", "--group", "jobparate"]);
    expect(code).toBe(1);
    expect(err).toContain("mente du jobparat?");
  });
});
