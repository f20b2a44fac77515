/** Deeds that were sent and of which it is not known yet that they are done: what was asked for, and the key it went under. */
const open = new Map<string, string>();

/**
 * The key of a deed: the same for the same request until it was answered, so that a second press of the button, or a new try after an answer
 * that never came, asks for the same deed and not for another.
 */
export function deedKey(request: string): string {
  const key = open.get(request) ?? newKey();
  open.set(request, key);
  return key;
}

/** Says that a deed was answered: the same request asks for another deed from now on. */
export function deedAnswered(request: string): void {
  open.delete(request);
}

/** A random uuid. Browsers have `randomUUID` on secure addresses only. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
