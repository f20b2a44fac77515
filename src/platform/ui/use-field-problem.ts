import { ApiError } from "./api.ts";
import { useLanguage } from "./use-language.tsx";

/** What the server said of a field of a form, in the reader's language; `place` is where the form's values stand in the request: `/body`. */
export function useFieldProblem(error: unknown, place: string): (field: string) => string | undefined {
  const { language } = useLanguage();
  const problems = error instanceof ApiError ? error.problem.problems : [];
  return (field) => problems.find(({ pointer }) => pointer === `${place}/${field}`)?.message[language];
}

/** Does an error say which fields are wrong? Then it is told beside them. */
export function isOfFields(error: unknown): boolean {
  return error instanceof ApiError && error.problem.problems.length > 0;
}
