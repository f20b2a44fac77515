/** What the bytes 0x80-0x9f are in Windows-1252; the other bytes are as in Latin-1. Empty: no letter at all. */
const UPPER =
  "\u20ac||\u201a|\u0192|\u201e|\u2026|\u2020|\u2021|\u02c6|\u2030|\u0160|\u2039|\u0152||\u017d|||\u2018|\u2019|\u201c|\u201d|\u2022|\u2013|\u2014|\u02dc|\u2122|\u0161|\u203a|\u0153||\u017e|\u0178".split(
    "|",
  );

/**
 * Bytes nobody types in a Danish office's Windows file, but which stand for æ, ø and å in files of the DOS or Mac kind: † ‡ › Œ ¾ ¿ and
 * the like. Seeing them, it is not Windows-1252.
 */
const UNLIKELY = new Set([
  0x81, 0x83, 0x86, 0x87, 0x88, 0x89, 0x8b, 0x8c, 0x8d, 0x8f, 0x90, 0x98, 0x9b, 0x9c, 0x9d, 0xa1, 0xa2, 0xa4, 0xa5,
  0xa6, 0xa8, 0xaa, 0xac, 0xad, 0xaf, 0xb8, 0xb9, 0xba, 0xbe, 0xbf, 0xd7, 0xf7,
]);

/** Quotes and marks that stand beside words, never inside one; in files of the DOS and Mac kind they are letters. */
const BESIDE_WORDS = new Set([0x80, 0x82, 0x84, 0x85, 0x91, 0x93, 0x94, 0x95, 0x99, 0xa9, 0xae, 0xb4, 0xbb, 0xab]);

/** Text of bytes that were read as Latin-1, as Windows-1252. */
export function fromWindows1252(latin: string): string {
  return latin.replace(/[\x80-\x9f]/g, (letter) => UPPER[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Could a line's bytes, which are not UTF-8, be what somebody wrote in Windows-1252? */
export function looksLikeWindows1252(line: Uint8Array): boolean {
  for (let at = 0; at < line.length; at++) {
    const byte = line[at] ?? 0;
    if (byte < 0x80) continue;
    if (UNLIKELY.has(byte)) return false;
    if (BESIDE_WORDS.has(byte) && isLetter(line[at - 1]) && isLetter(line[at + 1])) return false;
  }
  return true;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0);
}

/** A header or a code as it is compared: small ASCII letters and digits only, so that case, spaces, marks and æ/ae are alike. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æøåäö]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");
}

const SPELLED: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe" };
