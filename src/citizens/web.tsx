/** The citizens' pages and what other pages need of them. */
export { CitizenPage } from "./pages/citizen-page.tsx";
export { CitizensPage } from "./pages/citizens-page.tsx";
export { InterpreterPart } from "./pages/interpreter-part.tsx";
export { readListSearch } from "./pages/list-search.ts";
export { useCitizenFinds } from "./pages/use-citizen-finds.ts";
