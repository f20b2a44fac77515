const ACCENTS: Readonly<Record<string, string>> = {
  æ: "{",
  ä: "{",
  ø: "|",
  ö: "|",
  å: "}",
  ü: "y",
};

/** Words of a name as the records' key has them (`citizens.danish_key`): a through z, then three characters that stand for æ, ø and å. */
export function nameWords(name: string): readonly string[] {
  const key = [...name.toLowerCase()].map((letter) => ACCENTS[letter] ?? withoutAccent(letter)).join("");
  return key
    .replaceAll("aa", "}")
    .split(/[^a-z0-9{|}]+/)
    .filter((word) => word !== "");
}

function withoutAccent(letter: string): string {
  return letter.normalize("NFD").replaceAll(/\p{M}/gu, "");
}
