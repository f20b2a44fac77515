/** The pages about the law. */
export { LawPage } from "./pages/law-page.tsx";
export { readLawSearch } from "./pages/law-search.ts";
export { RulePage } from "./pages/rule-page.tsx";
export { useRuleFinds } from "./pages/use-rule-finds.ts";
