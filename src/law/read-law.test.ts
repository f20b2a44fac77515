import { describe, expect, it } from "vitest";
import { loadLaw, shippedFiles } from "./law.ts";
import { type ReadLaw, readLaw } from "./read-law.ts";

const shipped = shippedFiles();

const ROW = `  - id: TRY-1
    duty: foerste_samtale
    paragraph: LAB § 1
    valid_from: 2020-01-01
    valid_to: 2020-12-31
    groups: [jobparat]
    deadline: 1 week
    satisfied_by: {events: [jobsamtale]}
    source: [S4]
    confidence: high
    da: Prøve.
    en: Trial.
`;

const read = (rows: string): ReadLaw =>
  readLaw({ ...shipped, rules: [{ name: "try.yaml", text: `rows:\n${rows}` }], overlays: [] });

function problems(rows: string): string[] {
  const found = read(rows);
  return found.ok ? [] : found.problems.map(({ file, line, message }) => `${file}:${line}: ${message.en}`);
}

const changed = (from: string, to: string): string[] => problems(ROW.replace(from, to));

describe("a row of the law that cannot be used (RULE-01)", () => {
  it("is read when nothing is wrong with it", () => {
    expect(problems(ROW)).toEqual([]);
    expect(problems(`${ROW}\n${ROW.replaceAll("2020", "2021")}`)).toEqual([]);
  });

  it.each([
    ["deadline: 1 week", "deadline: soon", "try.yaml:8: a length of time such as 2 weeks or 6 months belongs here"],
    [
      "2020-01-01",
      "2020-13-01",
      "try.yaml:5: a date such as 2020-01-01 belongs here, with ? after it when no source gives it",
    ],
    [
      "valid_to: 2020-12-31",
      "valid_to: later",
      "try.yaml:6: the last day or open belongs here, with ? after it when no source gives it",
    ],
    [
      "jobsamtale",
      "jobsamtalen",
      "try.yaml:9: rows.0.satisfied_by.events.0: there is no such word; did you mean “jobsamtale”?",
    ],
    [
      "duty: foerste_samtale",
      "duty: foerste_smatale",
      "try.yaml:3: rows.0.duty: there is no such word; did you mean “foerste_samtale”?",
    ],
    ["[jobparat]", "[jobparate]", "try.yaml:2: there is no target group “jobparate”; did you mean “jobparat”?"],
    ["source: [S4]", "source: [S4444]", "try.yaml:2: the source “S4444” is not in sources.yaml"],
    ["source: [S4]", "source: [memory]", "try.yaml:2: TRY-1 has no source and must have confidence: low"],
    ["    duty: foerste_samtale\n", "", "try.yaml:2: a row with a deadline names its duty"],
    [
      "    deadline: 1 week\n",
      "",
      "try.yaml:2: only a row with deadline, count or interval has a trigger, a duty or a share",
    ],
    ["valid_to: 2020-12-31", "valid_to: 2019-12-31", "try.yaml:2: TRY-1 ends before it begins"],
    ["    en: Trial.\n", "", "try.yaml:2: rows.0.en: Invalid input: expected string, received undefined"],
  ])("%s -> %s is told with file, line and reason", (from, to, told) => {
    expect(changed(from, to)).toContain(told);
  });

  it("names a mistaken word of a condition, and the nearest right one", () => {
    const where = (text: string): string => `    groups: [jobparat]\n    where: "${text}"\n`;
    expect(changed("    groups: [jobparat]\n", where("citizen.agee < 30"))).toEqual([
      "try.yaml:8: where: There is no word “citizen.agee” in the vocabulary; did you mean “citizen.age”?",
    ]);
    expect(changed("    groups: [jobparat]\n", where("'dagpenge' in citizen.benefits"))[0]).toContain(
      "try.yaml:8: where: “dagpenge” is not a code",
    );
  });

  it("is one of two rows of the same id in force on the same day", () => {
    expect(
      problems(
        `${ROW}\n${ROW.replace("2020-01-01", "2020-12-31").replace("2020-12-31\n    groups", "2021-12-31\n    groups")}`,
      ),
    ).toEqual([
      "try.yaml:15: TRY-1 is in force at the same time as TRY-1 in try.yaml, line 2; rows of one id follow each other",
    ]);
  });

  it("adjusts a rule that is there for all of its time", () => {
    const adjusting = ROW.replace("TRY-1", "TRY-2")
      .replace("    duty: foerste_samtale\n", "")
      .replace(
        "    deadline: 1 week\n    satisfied_by: {events: [jobsamtale]}\n",
        "    adjusts: {rule: TRY-1, after_exemption: 1 month}\n",
      );
    expect(problems(`${ROW}\n${adjusting}`)).toEqual([]);
    expect(problems(`${ROW}\n${adjusting.replace("2020-12-31", "2021-12-31")}`)).toEqual([
      "try.yaml:15: TRY-2 adjusts TRY-1, which is not there with a deadline for all of its time",
    ]);
  });

  it("tells every mistake of a file at once", () => {
    expect(problems(ROW.replace("1 week", "soon").replace("high", "certain"))).toHaveLength(2);
  });

  it("is YAML that cannot be read", () => {
    expect(problems('  - id: "TRY-1\n')[0]).toMatch(/^try\.yaml:\d+: cannot read the YAML/);
  });

  it("stops the start: the law is read whole or not at all", () => {
    const broken = { ...shipped, rules: [{ name: "try.yaml", text: `rows:\n${ROW.replace("1 week", "soon")}` }] };
    expect(() => loadLaw(broken)).toThrow("The law cannot be read:\ntry.yaml:8: a length of time");
  });
});
