import { addMonths, type Day } from "../platform/kernel/day.ts";
import { closeSpell, codeOn, count, openSpell } from "./benefits.ts";
import { rowOf, type World } from "./world.ts";

/** Everyone in a row whose benefit changes code that day goes on under the new one. */
export function changeCodes(world: World, today: Day): void {
  for (const row of world.rows.values()) {
    const ended = row.spec.codes.filter((each) => (each.runUntil ?? each.until) === today).map((each) => each.code);
    if (ended.length === 0) continue;
    for (const spell of row.active.filter((each) => ended.includes(each.code))) {
      const code = codeOn(world, row, today);
      const { person, until, chainFrom } = spell;
      if (code === null) continue;
      closeSpell(world, spell, { until: today, recovered: false });
      openSpell(world, row, {
        person,
        from: today,
        until: Math.max(until, today + 1) as Day,
        chainFrom,
        code,
        carriedFrom: spell,
      });
    }
  }
}

/** People in the row for those under 30 who turn 30 that day stand in the other row from then on. */
export function turnThirty(world: World, today: Day): void {
  const young = rowOf(world, "ressourceforloeb_under_30");
  const older = rowOf(world, "ressourceforloeb_over_30");
  for (const spell of young.active.filter((each) => addMonths(each.person.born, 360) <= today)) {
    count(world, spell, -1);
    const last = young.active.pop();
    if (last && last !== spell) {
      young.active[spell.at] = last;
      last.at = spell.at;
    }
    spell.row = older;
    spell.at = older.active.length;
    older.active.push(spell);
    count(world, spell, 1);
  }
}
