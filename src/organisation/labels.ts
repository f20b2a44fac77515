import type { Bilingual } from "../platform/kernel/fact.ts";
import { facts } from "./facts.ts";

function labelIn(fact: string, column: string, code: string): Bilingual {
  const codes = facts.find(({ name }) => name === fact)?.columns.find(({ name }) => name === column)?.codes;
  const { da, en } = codes?.[code] ?? { da: code, en: code };
  return { da, en };
}

/** What a role is called; the code itself when it is not known any more. */
export function roleLabel(code: string): Bilingual {
  return labelIn("staff", "role", code);
}

/** What a target group is called. */
export function groupLabel(code: string): Bilingual {
  return labelIn("unit_groups", "target_group", code);
}
