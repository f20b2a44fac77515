/** An address's search part as plain texts: `2021` stays a text, so that a snapshot may be called that. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The search part of an address; what is empty or not set is left out, so that addresses stay short. */
export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    ([, value]) => typeof value === "number" || (typeof value === "string" && value !== ""),
  );
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? "" : `?${text}`;
}
