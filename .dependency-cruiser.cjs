/** The rules of the house, made from architecture.cjs. Rules named `reach-...` are judged on what is loaded at run time. */
const {
  uses,
  doors,
  vocabulary,
  filling,
  sql,
  solver,
  seenByRules,
  serverPlatform,
  outside,
} = require("./architecture.cjs");

const words = Object.keys(uses);
const TESTS = "(\\.test\\.tsx?$|/testing/)";
const PAGES = "^src/(([^/]+/(pages/|web\\.tsx$))|platform/ui/|app/web/)";

/** @param {readonly string[]} names */
const oneOf = (names) => `(${names.map((name) => name.replace(/[.\\]/g, "\\$&")).join("|")})`;

/** @param {readonly string[]} names */
const packages = (names) => `(^|node_modules/)${oneOf(names)}(/|$)`;

/** @param {string} word */
const wordOrder = (word) => {
  const allowed = uses[/** @type {keyof typeof uses} */ (word)];
  const declares = `^src/${word}/vocabulary[.-]`;
  return [
    order(`order-${word}`, allowed, { path: `^src/${word}/`, pathNot: declares }),
    order(`order-${word}-vocabulary`, [...vocabulary.uses, ...allowed], { path: declares }),
  ];
};

/**
 * @param {string} name
 * @param {readonly string[]} allowed
 * @param {{ path: string, pathNot?: string }} from
 */
const order = (name, allowed, from) => {
  const word = name.split("-")[1] ?? "";
  const facts = filling.includes(word) ? [`^src/${oneOf(words)}/${oneOf(doors.filling)}$`] : [];
  return {
    name,
    comment: `${word} may use only: ${allowed.join(", ") || "nothing"} (architecture.cjs)`,
    severity: "error",
    from,
    to: { path: `^src/${oneOf(words)}/`, pathNot: [`^src/${oneOf([word, ...allowed])}/`, ...facts] },
  };
};

const forbidden = [
  ...words.flatMap(wordOrder),
  {
    name: "doors-words",
    comment: `use another word through its ${doors.words.join(", ")}; tests may also use its testing/`,
    severity: "error",
    from: { path: `^src/${oneOf(words)}/`, pathNot: [TESTS, `^src/${oneOf(filling)}/`] },
    to: { path: `^src/${oneOf(words)}/`, pathNot: [`^src/${oneOf(words)}/${oneOf(doors.words)}$`, "^src/$1/"] },
  },
  {
    name: "doors-tests",
    comment: "tests use other words through their doors or their testing/ builders",
    severity: "error",
    from: { path: `^src/${oneOf(words)}/.*${TESTS}`, pathNot: `^src/${oneOf(filling)}/` },
    to: {
      path: `^src/${oneOf(words)}/`,
      pathNot: [`^src/${oneOf(words)}/(${oneOf(doors.words)}$|testing/)`, "^src/$1/"],
    },
  },
  {
    name: "doors-filling",
    comment: "imports and demo fill other words through public.ts, facts.ts and vocabulary.ts",
    severity: "error",
    from: { path: `^src/${oneOf(filling)}/` },
    to: {
      path: `^src/${oneOf(words)}/`,
      pathNot: [`^src/${oneOf(words)}/(${oneOf([...doors.words, ...doors.filling])}$|testing/)`, "^src/$1/"],
    },
  },
  {
    name: "doors-composition",
    comment: `the app and the tools around it use words through ${doors.composition.join(", ")}`,
    severity: "error",
    from: { path: `^(src/app|${outside.join("|")})/` },
    to: {
      path: `^src/${oneOf(words)}/`,
      pathNot: [`^src/${oneOf(words)}/(${oneOf(doors.composition)}$|testing/)`],
    },
  },
  {
    name: "app-is-used-by-nobody",
    comment: "src/app composes the house; what others need of it belongs in a word or the platform",
    severity: "error",
    from: { path: "^src/", pathNot: ["^src/app/", TESTS] },
    to: { path: "^src/app/" },
  },
  {
    name: "app-is-used-by-no-test",
    comment: `tests outside the app may use of it only ${doors.appForTests.join(", ")}`,
    severity: "error",
    from: { path: `^src/.*${TESTS}`, pathNot: "^src/app/" },
    to: { path: "^src/app/", pathNot: `^src/app/${oneOf(doors.appForTests)}` },
  },
  {
    name: "platform-knows-no-words",
    comment: "the platform carries no jobcentre words: hand it what it needs from the app",
    severity: "error",
    from: { path: "^src/platform/", pathNot: TESTS },
    to: { path: "^src/(?!platform/)" },
  },
  {
    name: "platform-tests-know-no-words",
    comment: "tests of the platform may use the app's list of facts and terms, but no single word",
    severity: "error",
    from: { path: `^src/platform/.*${TESTS}` },
    to: { path: "^src/(?!(platform|app)/)" },
  },
  {
    name: "known-words-only",
    comment: "a new word is a line in architecture.cjs before it is a folder",
    severity: "error",
    from: { path: `^src/(?!(platform|app|${words.join("|")})/)` },
    to: {},
  },
  {
    name: "rules-are-pure",
    comment:
      "rules see themselves, their contract, other words' rules.ts, the law's and the language's door and the kernel: no I/O, no package",
    severity: "error",
    from: { path: "^src/([^/]+)/rules(/|\\.ts$)", pathNot: TESTS },
    to: { pathNot: ["^src/$1/(rules/|contract\\.ts$)", ...seenByRules.map((path) => `^${path}`)] },
  },
  {
    name: "sql-in-its-places",
    comment: `database packages only in ${[...sql.foldersNamed, ...sql.folders, ...sql.composition].join(", ")}`,
    severity: "error",
    from: {
      path: "^(src|bench|e2e)/",
      pathNot: [TESTS, `^src/.+/${oneOf(sql.foldersNamed)}/`, `^${oneOf([...sql.folders, ...sql.composition])}/`],
    },
    to: { path: packages(sql.packages) },
  },
  {
    name: "solver-in-matching",
    comment: "only matching may use the optimiser",
    severity: "error",
    from: { path: "^(src|bench|e2e)/", pathNot: `^src/${oneOf(solver.words)}/` },
    to: { path: packages(solver.packages) },
  },
  {
    name: "tests-stay-outside",
    comment: "what runs for users never imports a test or a builder",
    severity: "error",
    from: { path: "^src/", pathNot: TESTS },
    to: { path: ["\\.test\\.tsx?$", "^src/[^/]+/testing/"] },
  },
  {
    name: "no-cycles",
    comment: "two files that need each other are one, or need a third",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-orphans",
    comment: "nothing imports this file and it imports nothing",
    severity: "error",
    from: { orphan: true, path: "^src/", pathNot: ["\\.test\\.tsx?$", "\\.d\\.ts$"] },
    to: {},
  },
  {
    name: "resolvable",
    comment: "the imported file or package does not exist",
    severity: "error",
    from: {},
    to: { couldNotResolve: true, pathNot: ["\\.css$", "^virtual:"] },
  },
  {
    name: "reach-pages-stay-in-the-browser",
    comment: "pages never reach queries, actions, routes or the server's platform, not even through others",
    severity: "error",
    from: { path: PAGES, pathNot: TESTS },
    to: { path: `^src/([^/]+/(queries|views|actions|routes)[./]|platform/${oneOf(serverPlatform)}/)`, reachable: true },
  },
  {
    name: "reach-pages-without-node",
    comment: "pages never reach what only Node has, not even through others",
    severity: "error",
    from: { path: PAGES, pathNot: TESTS },
    to: {
      path: ["^(node:)?(fs|path|os|child_process|crypto|url|worker_threads)(/|$)", packages(sql.packages)],
      reachable: true,
    },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json"],
    },
  },
};
