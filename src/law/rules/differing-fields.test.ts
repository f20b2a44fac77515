import { expect, it } from "vitest";
import { differingFields } from "./differing-fields.ts";

const field = (name: string, da: string, en = da) => ({ name, text: { da, en } });

it("tells what two rows say differently", () => {
  const before = [field("says", "Seks samtaler"), field("deadline", "6 måneder"), field("actor", "kommunen")];
  const after = [field("says", "Tre samtaler"), field("deadline", "6 måneder"), field("actor", "kommunen")];
  expect(differingFields(before, after)).toEqual(["says"]);
});

it("tells what only one of them says", () => {
  expect(differingFields([field("share", "75 %")], [field("actor", "a-kassen")])).toEqual(["share", "actor"]);
});

it("tells of a difference that only one language shows, and of none between the same", () => {
  expect(differingFields([field("says", "Tilbud", "Offer")], [field("says", "Tilbud", "Offers")])).toEqual(["says"]);
  expect(differingFields([field("says", "Tilbud", "Offer")], [field("says", "Tilbud", "Offer")])).toEqual([]);
});
