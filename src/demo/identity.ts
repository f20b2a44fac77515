import { civilOf, type Day } from "../platform/kernel/day.ts";
import type { DemoRow } from "./contract.ts";
import type { Person, World } from "./world.ts";

const RELATIONS = ["foraelder", "foraelder", "partner", "soeskende", "barn", "vaerge"] as const;
const TRIES = 10_000;

/**
 * A replacement number in place of a CPR number: sixty added to the day of birth, so that it can be nobody's. Those whose birthday is not
 * recorded get letters.
 */
export function numberFor(world: World, person: Person): string {
  if (!person.bornKnown) return `SYN${serialOf(person).padStart(7, "0")}`;
  const { year, month, day } = civilOf(person.born);
  const two = (part: number): string => String(part % 100).padStart(2, "0");
  const birthday = `${two(day + 60)}${two(month)}${two(year)}`;
  const parity = person.sex === "mand" ? 1 : 0;
  for (let at = Number(serialOf(person)); ; at += 1) {
    const number = `${birthday}${String((at * 2 + parity) % TRIES).padStart(4, "0")}`;
    if (world.numbers.has(number)) continue;
    world.numbers.add(number);
    return number;
  }
}

/** How the person is reached, and sometimes who stands by them. */
export function putSurroundings(world: World, person: Person, at: Day): void {
  const { identity } = world.streams;
  const serial = serialOf(person);
  const known = { known_from: at, known_until: null };
  if (identity.chance(0.9)) {
    const contact: DemoRow = {
      address: `Syntetisk Vej ${identity.between(1, 180)}`,
      postcode: "0000",
      town: "Syntetisk By",
      phone: identity.chance(0.8) ? `00 ${serial.padStart(6, "0").replaceAll(/(..)(?=.)/g, "$1 ")}` : null,
      mail: identity.chance(0.6) ? `borger${serial}@example.invalid` : null,
    };
    world.out.put("contact_details", { id: `${person.id}-k`, citizen: person.id, ...contact, ...known });
  }
  if (!identity.chance(0.06)) return;
  world.out.put("relatives", {
    id: `${person.id}-p`,
    citizen: person.id,
    first_day: at,
    last_day: null,
    name: `Syntetisk pårørende ${serial}`,
    relation: RELATIONS[identity.below(RELATIONS.length)] ?? "anden",
    phone: null,
    power_of_attorney: identity.chance(0.3),
    may_take_part: identity.chance(0.8),
    ...known,
  });
}

const LANGUAGES = ["arabisk", "tigrinya", "somali", "dari", "tyrkisk", "ukrainsk"] as const;
const WAYS = ["fremmoede", "telefon", "video", "ligegyldigt"] as const;
/** One of so many of those who came from outside the West needs an interpreter. */
const INTERPRETED = 3;

/** Some need an interpreter. Nothing is drawn for it: all else that is made up stays as it was before. */
export function putInterpreter(
  world: World,
  person: Person,
  { at, origin }: { readonly at: Day; readonly origin: string },
): void {
  const serial = Number(serialOf(person));
  if (origin !== "ikke_vestlig" || serial % INTERPRETED !== 0) return;
  const nth = Math.floor(serial / INTERPRETED);
  world.out.put("interpreter_needs", {
    id: `${person.id}-t`,
    citizen: person.id,
    first_day: at,
    last_day: null,
    language: LANGUAGES[nth % LANGUAGES.length] ?? "arabisk",
    way: WAYS[nth % WAYS.length] ?? "fremmoede",
    interpreter_sex: nth % 5 === 0 ? "kvinde" : null,
    known_from: at,
    known_until: null,
  });
}

function serialOf({ id }: Person): string {
  return String(Number(id.replace(/^.*b/, "")));
}
