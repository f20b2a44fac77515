import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSession, DEMO_LOGIN, type Role } from "../../platform/auth/public.ts";
import { type Day, day } from "../../platform/kernel/day.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import { buildServer } from "../server/build.ts";
import { openLog } from "../server/logging.ts";
import { newDataFolder } from "./data-folder.ts";
import type { DemoDesk } from "./demo-desk.ts";
import { type Visitor, visitorWith } from "./visitor.ts";

/** What must never be seen of the three protected citizens unless somebody unfolded it with a reason. */
export const SECRETS: readonly string[] = [
  "HEMMELIGNAVN",
  "SKJULTVEJ",
  "GEMTBY",
  "55667788",
  "skjultmail",
  "TAVSPAAROERENDE",
  "11223344",
  ...[1, 2, 3].flatMap((n) => [`711190-000${n}`, `711190000${n}`]),
];

/** The protected citizens' ids. */
export const PROTECTED = ["p1", "p2", "p3"] as const;

const MUNICIPALITY = "0316";
const TODAY = day("2021-12-31");
const OPEN = 17;

/** Seventeen citizens in the open and three protected ones, in two teams of one unit, with something in every fact about them. */
function files(): Readonly<Record<string, string>> {
  const open = Array.from({ length: OPEN }, (_, at) => `c${String(at + 1).padStart(2, "0")}`);
  const names = ["Åse", "Ærø", "Anna", "Østen", "Zenia", "Aage"];
  const all = [...open, ...PROTECTED];
  const teamOf = (id: string): number => (all.indexOf(id) % 2) + 1;
  const each = (line: (id: string, at: number) => string): string => all.map(line).join("\n");
  return {
    "units.csv":
      "id,first_day,last_day,name,kind,parent\nu,2015-01-01,,Kerneområde,kerneomraade,\nu1,2015-01-01,,Team Et,team,u\nu2,2015-01-01,,Team To,team,u",
    "staff.csv":
      "id,first_day,last_day,person,unit,name\ns1,2015-01-01,,m1,u1,Sagsbehandler Et\ns2,2015-01-01,,m2,u2,Sagsbehandler To",
    "citizens.csv": `id,name,born,sex,origin,education,protected,cpr\n${open
      .map(
        (id, at) =>
          `${id},${names[at % names.length]} Prøve ${id},${1960 + at * 2}-05-01,kvinde,dansk,faglaert,nej,6105${60 + at}-000${at % 10}`,
      )
      .join(
        "\n",
      )}\n${PROTECTED.map((id, at) => `${id},HEMMELIGNAVN ${id},1990-11-11,mand,dansk,ufaglaert,ja,711190-000${at + 1}`).join("\n")}`,
    "contact_details.csv": `id,citizen,address,postcode,town,phone,mail\n${open
      .map((id) => `k${id},${id},Åbenvej 1,0000,Åbenby,00 00 00 00,${id}@example.invalid`)
      .join(
        "\n",
      )}\n${PROTECTED.map((id) => `k${id},${id},SKJULTVEJ 1,9876,GEMTBY,55667788,skjultmail-${id}@example.invalid`).join("\n")}`,
    "relatives.csv": `id,first_day,last_day,citizen,name,relation,phone,power_of_attorney,may_take_part\nr1,2021-01-01,,c01,Synlig Pårørende,foraelder,00 00 00 01,ja,ja\nr2,2021-01-01,,p1,TAVSPAAROERENDE,foraelder,11223344,ja,ja`,
    "responsibilities.csv": `id,first_day,last_day,citizen,unit,staff\n${each((id) => `a${id},2020-01-01,,${id},u${teamOf(id)},m${teamOf(id)}`)}`,
    "residences.csv": `id,first_day,last_day,citizen,area\n${each((id) => `bo${id},2019-01-01,,${id},vangkvarteret`)}`,
    "benefit_spells.csv": `id,first_day,last_day,citizen,benefit\n${each((id, at) => `y${id},${2015 + (at % 7)}-03-0${(at % 9) + 1},,${id},${["kontanthjaelp", "a_dagpenge", "sygedagpenge"][at % 3]}`)}`,
    "target_group_spells.csv": `id,first_day,last_day,citizen,target_group\n${each((id, at) => `mg${id},2020-01-01,,${id},${["jobparat", "aktivitetsparat"][at % 2]}`)}`,
    "cv_updates.csv": `id,day,citizen\n${each((id) => `cv${id},2021-06-01,${id}`)}`,
    "conversations.csv": `id,day,citizen,kind,form,status\n${each((id) => `s${id},2021-05-01,${id},jobsamtale,telefon,holdt`)}`,
    "companies.csv": "id,first_day,last_day,name,cvr,municipality_code\nv1,2015-01-01,,Prøvefirmaet,,0316",
    "offers.csv": `id,first_day,last_day,citizen,kind,company\n${each((id) => `t${id},2021-02-01,2021-04-30,${id},virksomhedspraktik,v1`)}`,
    "employments.csv": `id,first_day,last_day,citizen,kind,company,hours\n${each((id) => `e${id},2021-07-01,,${id},smaajob,v1,7.5`)}`,
    "complaints.csv": `id,day,citizen\n${each((id) => `kl${id},2021-08-01,${id}`)}`,
  };
}

/** A server with three protected citizens among others in both teams. */
export async function openProtectedDesk(
  options: {
    readonly onLog?: (line: string) => void;
    /** What the environment says; the machine's own when nothing is said. */
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<DemoDesk> {
  const data = await newDataFolder();
  const folder = mkdtempSync(join(tmpdir(), "springbraet-protected-files-"));
  for (const [name, text] of Object.entries(files())) writeFileSync(join(folder, name), `${text}\n`);
  const today = (): Day => TODAY;
  const runtime = await openRuntime({ data, ...(options.env ? { env: options.env } : {}) });
  const operations = operationsOver(runtime, today);
  const loaded = await operations.load({ folder, municipality: MUNICIPALITY, synthetic: true });
  rmSync(folder, { recursive: true, force: true });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const localToken = randomBytes(16).toString("hex");
  const app = await buildServer({
    runtime,
    today,
    localToken,
    login: { ...DEMO_LOGIN, requestsPerMinute: 100_000 },
    ...(options.onLog ? { log: openLog("debug", { write: options.onLog }) } : {}),
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const close = async (): Promise<void> => {
    await app.close();
    await runtime.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { url, data, runtime, operations, close };
}

/** Somebody of a team: a role with its unit and the member of staff they are. */
export async function visitorOf(
  desk: DemoDesk,
  who: { readonly role: Role; readonly staff?: string; readonly units?: readonly string[] },
): Promise<Visitor> {
  const { role, staff = null, units = ["*"] } = who;
  const identity = { municipality: MUNICIPALITY, role, user: `test-${role}`, staff, units };
  const limits = { idleMinutes: 60, absoluteMinutes: 600 };
  const begun = await createSession(desk.runtime.db, identity, { now: new Date(), limits });
  return visitorWith(desk.url, `springbraet=${begun?.token ?? ""}`);
}
