/** Excel's own formats that show dates, by number; those of Asian editions included. Times of day (18-21, 45-47) are none. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

const SAID = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Does a number format show numbers as dates? Years or days make a date; hours and minutes alone are a time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const bare = code.replace(SAID, "").split(";")[0]?.toLowerCase() ?? "";
  if (bare.includes("general") || bare.includes("standard")) return false;
  if (/[yåd]/.test(bare)) return true;
  return bare.includes("m") && !/[hts0#?]/.test(bare);
}
