import { describe, expect, it } from "vitest";
import { isGroup } from "../courses/public.ts";
import { courseKinds } from "./courses.ts";
import { GROUPS } from "./web/course-groups.ts";

describe("the kinds of course", () => {
  it("that are groups have an address of their own on the pages", () => {
    expect(GROUPS).toEqual(Object.fromEntries(courseKinds.filter(isGroup).map(({ id, list }) => [list.path, id])));
  });

  it("note each fact with one form, each form's fields are columns of its fact, and each list sorts by a column it has", () => {
    const facts = courseKinds.flatMap(({ forms }) => forms.map(({ fact }) => fact.name));
    expect(new Set(facts).size).toBe(facts.length);
    for (const { forms, list } of courseKinds) {
      if (list !== null) expect(list.columns.map(({ id }) => id)).toContain(list.sort);
      for (const { fact, when = {}, follows = [] } of forms) {
        const names = fact.columns.map(({ name }) => name);
        const used = [...Object.keys(when), ...Object.values(when).map(({ field }) => field), ...follows];
        expect(used.filter((name) => !names.includes(name))).toEqual([]);
      }
    }
  });
});
