/**
 * Which word may use which: data only, and the only place that says so. The checks in .dependency-cruiser.cjs are made from it.
 * A word uses another through its door. Everyone may use the platform; nobody may use the app. A new edge needs a decision page
 * under docs/decisions and a line here.
 */

/** What stands around the citizen. */
const aroundTheCitizen = ["law", "organisation", "citizens", "companies", "offers", "contact", "pathways", "duties"];

/** What the words that give a kind of course stand on. */
const special = [...aroundTheCitizen, "courses"];

/** The words that files and the demo fill. */
const filled = [
  "law",
  "organisation",
  "citizens",
  "companies",
  "offers",
  "contact",
  "progression",
  "screening",
  "sickness",
  "youth",
  "integration",
  "resources",
  "economy",
  "surveys",
];

/** Each word and the words it may use. */
const uses = {
  language: [],
  law: ["language"],
  organisation: ["law"],
  citizens: ["law", "organisation"],
  companies: ["law", "organisation"],
  offers: ["law", "organisation", "citizens", "companies"],
  contact: ["law", "organisation", "citizens", "companies"],
  progression: ["law", "organisation", "citizens", "contact"],
  screening: ["language", "law", "organisation", "citizens", "contact"],
  pathways: ["law", "organisation", "citizens", "offers", "contact"],
  duties: ["language", "law", "organisation", "citizens", "offers", "contact", "pathways"],
  courses: ["law", "organisation", "citizens", "duties"],
  sickness: special,
  youth: special,
  integration: special,
  resources: special,
  flexjob: ["law", "organisation", "citizens", "companies", "offers"],
  matching: ["law", "citizens", "companies", "offers", "flexjob"],
  economy: ["law", "citizens", "offers", "flexjob"],
  indicators: ["language", "law"],
  plan: ["language", "law", "organisation", "indicators"],
  surveys: ["organisation", "citizens", "companies"],
  evaluation: ["law", "indicators"],
  privacy: ["citizens"],
  reports: ["plan", "indicators", "evaluation", "economy"],
  imports: filled,
  demo: filled,
};

/** The files of a word that others may import. */
const doors = {
  /** Any word that may use this one. A contract is plain values that the server and the pages both see; `rules.ts` is what others' rules may build on. */
  words: ["public.ts", "web.tsx", "contract.ts", "rules.ts"],
  /** What composition hands over: the app, and of the two that fill records only facts and vocabulary. */
  composition: ["public.ts", "web.tsx", "contract.ts", "vocabulary.ts", "facts.ts"],
  filling: ["vocabulary.ts", "facts.ts"],
  /** Nobody uses the app, but a test beside a measure needs every word's facts and terms, as the app hands them over. */
  appForTests: ["facts.ts", "vocabulary.ts", "testing/"],
};

/** A word's `vocabulary.ts` (and files named `vocabulary-...`) declares terms for the language, whatever else the word may use. */
const vocabulary = { uses: ["language"] };

/** Words that may read every word's facts and vocabulary, because they fill them. */
const filling = ["imports", "demo"];

/**
 * SQL: the packages that speak it, and where it may stand: in folders of these names, in these folders, and, as terms, in files of
 * this name. Composition may open a database but writes no statements.
 */
const sql = {
  packages: ["kysely", "pg", "pg-copy-streams", "@electric-sql/pglite", "@duckdb/node-api"],
  foldersNamed: ["queries", "views"],
  folders: ["src/indicators", "src/platform/db", "src/platform/warehouse"],
  filesNamed: ["vocabulary.ts"],
  composition: ["src/app", "bench"],
};

/** The optimiser, and the one word that may use it. */
const solver = { packages: ["highs"], words: ["matching"] };

/** What rules may see besides themselves and their word's contract. */
const seenByRules = ["src/law/public.ts", "src/language/public.ts", "src/[^/]+/rules\\.ts$", "src/platform/kernel"];

/** The platform folders that run on the server and must never reach a browser. */
const serverPlatform = ["audit", "auth", "db", "http", "jobs", "post", "secrets", "testing", "typeset", "warehouse"];

/** Folders outside src, which may compose the app to try or to measure it. */
const outside = ["bench", "e2e", "scripts", "bin"];

module.exports = { uses, doors, vocabulary, filling, sql, solver, seenByRules, serverPlatform, outside };
