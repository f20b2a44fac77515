/** A time of day as people write it in Danish: 9.30, from minutes since midnight. */
export function timeText(minutes: number): string {
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;
}

/** Minutes since midnight of a typed time of day (`9.30`, `09:30`, `930`, `9`); null when it is none. */
export function readTime(text: string): number | null {
  const found = /^(\d{1,2})(?:[.: ]?(\d{2}))?$/.exec(text.trim());
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
