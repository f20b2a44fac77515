import { expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { integrationData as data } from "../data.ts";
import { contracted } from "../testing/integration-file.ts";
import { followsContracts } from "./implies.ts";

it("a contract that is signed is the step its duty turns on; one the citizen has not signed is none (INL § 19)", () => {
  const records = [contracted("2021-06-01"), contracted("2021-03-10", { signed_by_citizen: false })];
  expect([...followsContracts(data, records)]).toEqual([
    ["r2021-06-01", [{ kind: "step", code: "integrationskontrakt", from: day("2021-06-01") }]],
    ["r2021-03-10", []],
  ]);
});
