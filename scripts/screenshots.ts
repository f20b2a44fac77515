// `node scripts/screenshots.ts` (with the pinned node): pictures of the demo for the README and the guide, in docs/screenshots. With names after it only those.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Language, type Reader, raiseStage, type Stage, visit } from "../e2e/browser.ts";
import { makeDemo } from "../src/app/cli/demo.ts";

const FOLDER = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const PLAN = "/plan/holbaek-2020-21";
const NARROW = 390;

/** A picture: its file's name, what it shows, and to whom. `whole` takes the page to its end instead of one screen. */
type Picture = { readonly name: string; readonly path: string; readonly reader?: Reader; readonly whole?: boolean };

const pictures: readonly Picture[] = [
  { name: "role-choice", path: "/rolle", reader: { role: null } },
  { name: "overview", path: PLAN },
  { name: "overview-committee", path: PLAN, reader: { role: "committee" } },
  { name: "goal", path: `${PLAN}/maal/G-HO20-01`, reader: { role: "manager" }, whole: true },
  { name: "full-time-persons", path: `${PLAN}/fuldtidspersoner` },
  { name: "report", path: `${PLAN}/rapport` },
  { name: "snapshots", path: `${PLAN}/oejebliksbilleder` },
  { name: "about", path: "/om" },
  { name: "citizens", path: "/borgere", reader: { role: "manager" } },
  { name: "citizens-narrow", path: "/borgere", reader: { role: "manager", width: NARROW } },
  { name: "my-day", path: "/min-dag", reader: { role: "caseworker" } },
  { name: "my-day-narrow", path: "/min-dag", reader: { role: "caseworker", width: NARROW } },
  { name: "team", path: "/team", reader: { role: "manager" } },
  { name: "team-narrow", path: "/team", reader: { role: "manager", width: NARROW } },
  { name: "plans", path: "/borgere/b001332/planer", reader: { role: "manager" }, whole: true },
  { name: "sick", path: "/forloeb/sygedagpenge?hvis=enhed", reader: { role: "manager" } },
  { name: "sick-narrow", path: "/forloeb/sygedagpenge?hvis=enhed", reader: { role: "manager", width: NARROW } },
  { name: "young", path: "/forloeb/unge?hvis=enhed", reader: { role: "manager" } },
  { name: "integration", path: "/forloeb/integration?hvis=enhed", reader: { role: "manager" } },
  { name: "progression", path: "/progression", reader: { role: "manager" } },
  { name: "screening", path: "/screening?hvis=enhed", reader: { role: "manager" } },
  { name: "meetings", path: "/moeder", reader: { role: "manager" } },
  { name: "law", path: "/loven", reader: { role: "caseworker" } },
  { name: "law-difference", path: "/loven?on=2026-07-01&mod=2026-06-30", reader: { role: "caseworker" } },
  { name: "law-rule", path: "/loven/OFF-6M?on=2021-06-30", reader: { role: "caseworker" } },
  { name: "law-narrow", path: "/loven?gruppe=jobparat", reader: { role: "caseworker", width: NARROW } },
  { name: "import", path: "/import" },
  { name: "organisation", path: "/organisation", reader: { role: "manager" } },
  { name: "data-protection", path: "/databeskyttelse", reader: { role: "data_protection" } },
  { name: "overview-narrow", path: PLAN, reader: { width: NARROW } },
  { name: "goal-narrow", path: `${PLAN}/maal/G-HO20-01`, reader: { width: NARROW } },
];

const named = process.argv.slice(2);
const wanted = named.length === 0 ? pictures : pictures.filter(({ name }) => named.includes(name));

mkdirSync(FOLDER, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "springbraet-pictures-"));
const output = { format: "json", language: "da", line: () => undefined, complain: () => undefined } as const;
await makeDemo({ data }, { municipality: "0316", seed: "1", size: 1 }, output);
const stage = await raiseStage({ data });
try {
  for (const language of ["da", "en"] as const) {
    for (const picture of wanted) await take(stage, picture, language);
  }
} finally {
  await stage.close();
}

async function take(
  { open }: Stage,
  { name, path, reader, whole = false }: Picture,
  language: Language,
): Promise<void> {
  const { page, context } = await open({ ...reader, language });
  await visit(page, path);
  await page.screenshot({ path: join(FOLDER, `${name}.${language}.png`), fullPage: whole });
  await context.close();
  process.stdout.write(`${name}.${language}.png\n`);
}
