import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { Correction } from "../contract.ts";
import { faultsIn } from "./correction.ts";

const against = { today: day("2021-10-01"), codes: { sex: ["kvinde", "mand"], education: ["faglaert"], origin: [] } };
const person = (values: object): Correction => ({
  part: "person",
  version: "1",
  values: { name: "", born: "", sex: "", origin: "", education: "", protected: "nej", cpr: "", ...values },
});
const contact = (values: object): Correction => ({
  part: "contact",
  version: null,
  values: { address: "", postcode: "", town: "", phone: "", mail: "", ...values },
});

describe("a correction of a citizen's data (ASK-34)", () => {
  it.each([
    [person({}), []],
    [person({ name: "Prøve Prøvesen", born: "1990-05-01", sex: "kvinde", cpr: "610590-0002" }), []],
    [person({ cpr: "010550-8008" }), []],
    [person({ born: "1.5.1990" }), [{ field: "born", code: "not_a_day" }]],
    [person({ born: "2021-10-02" }), [{ field: "born", code: "born_later" }]],
    [person({ sex: "ukendt" }), [{ field: "sex", code: "unknown_code" }]],
    [person({ cpr: "310290-8001" }), [{ field: "cpr", code: "not_cpr" }]],
    [person({ cpr: "105508001" }), [{ field: "cpr", code: "cpr_without_zero" }]],
    [person({ name: "Prøve 010150-8001" }), [{ field: "name", code: "holds_cpr" }]],
    [contact({ address: "Syntetisk Vej 1", phone: "00 00 00 01", mail: "a@example.invalid" }), []],
    [contact({ mail: "a example" }), [{ field: "mail", code: "not_mail" }]],
    [contact({ address: "c/o 010150-8001" }), [{ field: "address", code: "holds_cpr" }]],
  ])("says which field is wrong and how", (change, faults) => expect(faultsIn(change, against)).toEqual(faults));
});
