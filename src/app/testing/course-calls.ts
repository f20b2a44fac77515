import { randomUUID } from "node:crypto";
import type { CitizenCourses, CourseAnswer, CourseList } from "../../courses/contract.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { Visitor } from "./visitor.ts";

type Asked = { readonly from: string; readonly to?: string | null; readonly values: object; readonly as?: Visitor };

/** What tests of one group ask its pages' server, as somebody. `who` is read when a test asks, since the visitor comes later. */
export function courseCalls(kind: string, who: () => Visitor) {
  const of = async (citizen: string): Promise<CourseAnswer> => {
    const { body } = await who().get<CitizenCourses>(`/citizens/${citizen}/courses`);
    return courseIn(body);
  };
  const courseIn = ({ courses }: CitizenCourses): CourseAnswer => {
    const found = courses.find((course) => course.kind === kind);
    if (!found) throw new Error(`no course of the kind ${kind}`);
    return found;
  };
  return {
    of,
    courseIn,
    kindsOf: async (citizen: string): Promise<readonly string[]> =>
      (await who().get<CitizenCourses>(`/citizens/${citizen}/courses`)).body.courses.map((course) => course.kind),
    note: <T = CitizenCourses>(citizen: string, fact: string, { as = who(), ...asked }: Asked) =>
      as.send<T>("POST", `/citizens/${citizen}/records/${fact}`, asked, randomUUID()),
    list: async (query: string, as = who()): Promise<CourseList> =>
      (await as.get<CourseList>(`/courses/${kind}?${query}`)).body,
  };
}

/** The value of a line by its Danish label; null when it is not there. */
export function lineOf({ lines }: CourseAnswer, label: string): CourseAnswer["lines"][number]["value"] {
  return lines.find((line) => line.label.da === label)?.value ?? null;
}

/** What is worth doing, in Danish, with its places unfilled. */
export function promptsOf({ prompts }: CourseAnswer): string {
  return prompts.map(({ says }) => says.text.da).join("\n");
}

/** Faults with the field of each. */
export function faultsOf({ problems = [] }: Problem): readonly string[] {
  return problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
}
