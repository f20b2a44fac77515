import type { Ending } from "./commands.ts";
import { type Output, say } from "./output.ts";
import { type Place, reach } from "./reach.ts";

/** `keys rotate`: new keys in use, and every number sealed anew. */
export async function rotate(place: Place, output: Output): Promise<Ending> {
  const done = await reach(place, "rotateKeys", {});
  if (output.format === "json") output.line(JSON.stringify({ ok: true, ...done }));
  else output.line(say(output, done.renewed.length > 0 ? "keysRotated" : "keysFinished", { resealed: done.resealed }));
  return 0;
}

/** `keys check`: can every number be opened, and is its index its own? */
export async function check(place: Place, output: Output): Promise<Ending> {
  const found = await reach(place, "checkKeys", {});
  const good = found.damaged === 0;
  if (output.format === "json") output.line(JSON.stringify({ ok: good, ...found }));
  else if (good) output.line(say(output, "keysGood", found));
  else output.complain(say(output, "keysDamaged", found));
  return good ? 0 : 1;
}
