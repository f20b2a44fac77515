import { expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { someone, spell } from "../testing/people.ts";
import { compileLaw } from "./compile.ts";
import { type Explanation, explain } from "./explain.ts";
import { standingsOn } from "./obligations.ts";

const compiled = compileLaw({ law, municipality: null });
const citizen = someone({ spells: [spell("benefit/a_dagpenge", "2021-01-04")] });

function explanationOf(id: string): Explanation {
  const found = standingsOn(compiled, citizen, day("2021-03-01")).obligations.find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(`no obligation under ${id}`);
  return explain(found, compiled, law.rules);
}

it("says why: rule, legal source, what started it, what would meet it, what lets it rest (ASK-17)", () => {
  expect(explanationOf("LAB-K6-2020")).toMatchObject({
    rule: "LAB-K6-2020",
    paragraph: "LAB § 31 (2020-2023)",
    norm: "law",
    sources: [{ key: "S1b" }],
    unverified: [],
    started: { by: "who", day: day("2021-01-04"), event: null },
    meets: { events: ["jobsamtale", "faelles_jobsamtale"], counted: 0, needed: 6, from: day("2021-01-04") },
    rests: [{ rule: "LAB-EXEMPT" }],
    more: [],
  });
});

it("names the rules that change a deadline, and offers only what counts after them", () => {
  const { more, meets } = explanationOf("OFF-6M");
  expect(more.map(({ rule }) => rule)).toEqual(["OFF-6M-LT", "OFF-6M-EXEMPT", "OFF-6M-NOT"]);
  expect(meets.offers).toEqual(["virksomhedspraktik", "nytteindsats", "loentilskud", "ordinaer_uddannelse"]);
  expect(meets.lasting).toBe(14);
});
