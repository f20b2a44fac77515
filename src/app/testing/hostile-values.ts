/** Chance from a seed: the same seed draws the same requests. */
export type Chance = {
  readonly next: () => number;
  readonly below: (most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly likely: (share: number) => boolean;
};

/** A small generator (mulberry32); good enough to choose requests with. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    next,
    below,
    likely: (share) => next() < share,
    one: (of) => {
      const found = of[below(of.length)];
      if (found === undefined) throw new Error("nothing to choose from");
      return found;
    },
  };
}

/** Texts that have broken other programs. */
export const HOSTILE_TEXTS: readonly string[] = [
  "",
  " ",
  "null",
  "undefined",
  "NaN",
  "Infinity",
  "-0",
  "1e309",
  "9223372036854775808",
  "' or '1'='1",
  "'; drop table citizens.citizens; --",
  "1); select pg_sleep(30); --",
  '" union select name from citizens.citizens --',
  "$1",
  "\\",
  "%",
  "%00",
  "%ff%fe",
  "%zz",
  "..",
  "../../../../etc/passwd",
  "..%2f..%2fkeys.json",
  "/etc/passwd",
  "C:\\Windows\\win.ini",
  "file:///etc/passwd",
  "$" + "{7*7}",
  "{{7*7}}",
  "#{7*7}",
  "<script>alert(1)</script>",
  "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
  '=HYPERLINK("http://x")',
  "\r\nset-cookie: springbraet=x",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202eabc",
  "\ufeff",
  "Ａ",
  "æøåÆØÅ",
  "👩‍👩‍👧‍👦",
  "e\u0301".repeat(50),
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "x".repeat(101),
  "x".repeat(5_000),
  "x".repeat(30_000),
  "2021-02-30",
  "0000-00-00",
  "9999-12-31",
  "-271821-04-20",
  "2021-13-01",
  "31.12.2021",
  "0370",
  "0316",
  "*",
  "00000000-0000-0000-0000-000000000000",
];

/** JSON as text, so that it can be what no object of ours could be. */
export function hostileJson(draw: Chance): string {
  return draw.one([
    () => "",
    () => "{",
    () => '{"a":',
    () => "[]",
    () => "null",
    () => "true",
    () => "0",
    () => "1e999",
    () => '"text"',
    () => "{'a':1}",
    () => '{"a":1,}',
    () => '{"a":1}{"b":2}',
    () => '{"a":NaN}',
    () => '{"kind":"comment","kind":"decision","text":"x"}',
    () => '{"__proto__":{"polluted":true},"text":"x"}',
    () => '{"constructor":{"prototype":{"polluted":true}}}',
    () => "[".repeat(20_000) + "]".repeat(20_000),
    () => `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
    () => `{"a":"${"x".repeat(100_000)}"}`,
    () => `{${Array.from({ length: 2_000 }, (_, n) => `"f${n}":${n}`).join(",")}}`,
    () => "\ufeff{}",
    () => '{"a":"\\ud800"}',
    () => '{"a":"\u0001"}',
  ])();
}

/** Any value for any place. */
export function hostileValue(draw: Chance): unknown {
  return draw.one<() => unknown>([
    () => draw.one(HOSTILE_TEXTS),
    () => draw.one(HOSTILE_TEXTS),
    () => draw.one([0, -1, 1.5, 1e21, -1e308, 2 ** 53, 2 ** 63, 4e9]),
    () => null,
    () => draw.likely(0.5),
    () => [],
    () => [draw.one(HOSTILE_TEXTS), [null], {}],
    () => ({}),
    () => ({ a: { b: draw.one(HOSTILE_TEXTS) } }),
    () => Array.from({ length: 3_000 }, (_, n) => n),
  ])();
}
