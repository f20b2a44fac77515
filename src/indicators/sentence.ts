import { check, inWords, type Vocabulary } from "../language/public.ts";
import type { Bilingual, Fact } from "../platform/kernel/fact.ts";
import type { Period } from "../platform/kernel/period.ts";
import { paramsOf } from "./compute.ts";
import type { Spec, Words } from "./measure.ts";
import { measureOf } from "./registry.ts";
import { type Window, windowInWords } from "./rules/window.ts";

type Saying = { readonly facts: readonly Fact[]; readonly vocabulary: Vocabulary; readonly plan: Period | null };

/** What a measure counts, as a sentence in Danish and English. */
export function sentence(spec: Spec, inherited: Window, saying: Saying): Bilingual {
  const measure = measureOf(spec.measure);
  const window = spec.window ?? inherited;
  const said = measure.sentence(paramsOf(measure, spec), wordsFor(window, saying), window);
  return { da: tidy(said.da), en: tidy(said.en) };
}

function wordsFor(window: Window, saying: Saying): Words {
  const fact = (name: string): Fact | undefined => saying.facts.find((candidate) => candidate.name === name);
  return {
    window: (own) => windowInWords(own ?? window, saying.plan),
    predicate: (source, subject) => {
      if (!source) return null;
      const checked = check(source, saying.vocabulary, subject);
      if (!checked.ok) return null;
      return { da: inWords(checked.predicate, "da"), en: inWords(checked.predicate, "en") };
    },
    fact: (name) => fact(name)?.label ?? { da: name, en: name },
    isEvent: (name) => fact(name)?.shape === "event",
    sentence: (inner) => sentence(inner, window, saying),
  };
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ([,;.:)])/g, "$1")
    .trim();
}
