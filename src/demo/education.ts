import { addDays, civilOf, type Day } from "../platform/kernel/day.ts";
import { lineAt, yearPlace } from "./rules/line.ts";
import { lastDayOf, type Person, record, type World } from "./world.ts";

type Course = { readonly kind: string; readonly from: Day; readonly days: number; readonly completes: number };

/** Writes a course; its outcome stays empty while it runs. */
export function putCourse(world: World, person: Person, course: Course): void {
  const { office } = world.streams;
  const completed = office.chance(course.completes);
  const until = addDays(course.from, completed ? course.days : 1 + Math.round(course.days * office.unit() * 0.8));
  const last_day = lastDayOf(world, until);
  record(world, "education_spells", {
    first_day: course.from,
    last_day,
    citizen: person.id,
    kind: course.kind,
    outcome: last_day === null ? null : completed ? "gennemfoert" : "afbrudt",
  });
}

/** Education taken up when a benefit ends. Unskilled people go to a trade more often as the years pass. */
export function startEducation(world: World, person: Person, at: { readonly from: Day; readonly row: string }): void {
  const { office } = world.streams;
  const { upskilling } = world.targets;
  if (person.education !== "ufaglaert") {
    const higher = office.chance(0.55);
    const kind = higher ? "videregaaende" : "amu";
    putCourse(world, person, { kind, from: at.from, days: higher ? 1100 : 40, completes: 0.7 });
    return;
  }
  const level = lineAt(upskilling, yearPlace(at.from)) / lineAt(upskilling, 9999);
  const kind = office.chance(0.6 * level) ? "erhvervsuddannelse" : "amu";
  putCourse(world, person, {
    kind,
    from: at.from,
    days: kind === "amu" ? 40 : office.between(700, 1300),
    completes: 0.6,
  });
}

/** A month's IGU courses, adult apprenticeships and language courses; so many a year as the targets say. */
export function startCourses(world: World, monthStart: Day): void {
  const { office } = world.streams;
  const { targets } = world;
  const year = String(civilOf(monthStart).year);
  const draw = (perYear: number, rows: readonly string[], course: Omit<Course, "from">): void => {
    const wanted = (perYear * world.frame.size) / 12;
    const count = Math.floor(wanted) + (office.chance(wanted % 1) ? 1 : 0);
    for (let i = 0; i < count; i += 1) {
      const active = world.rows.get(rows[office.below(rows.length)] ?? "")?.active ?? [];
      const spell = active[office.below(active.length)];
      if (spell) putCourse(world, spell.person, { ...course, from: addDays(monthStart, office.below(27)) });
    }
  };
  draw(targets.igu[year] ?? 0, ["integrationsydelse"], { kind: "igu", days: 730, completes: 0.7 });
  draw((targets.upskilling[year] ?? 0) * 0.6, ["a_dagpenge", "kontanthjaelp"], {
    kind: "voksenlaerling",
    days: 1000,
    completes: 0.72,
  });
  draw(110, ["integrationsydelse"], { kind: "danskuddannelse", days: 700, completes: 0.65 });
  draw(420, ["a_dagpenge", "kontanthjaelp", "ledighedsydelse"], { kind: "amu", days: 21, completes: 0.9 });
}
