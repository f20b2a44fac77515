import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { woffToTtf } from "./woff-to-ttf.ts";

const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"];
const STYLES = ["400-normal", "600-normal", "400-italic"];
const require = createRequire(import.meta.url);

let loaded: readonly Buffer[] | undefined;

/** Source Sans 3 (SIL Open Font License 1.1) as TrueType, unpacked once from the package that the pages use too.. */
export function bookFonts(): readonly Buffer[] {
  loaded ??= SUBSETS.flatMap((subset) =>
    STYLES.map((style) =>
      woffToTtf(readFileSync(require.resolve(`@fontsource/source-sans-3/files/source-sans-3-${subset}-${style}.woff`))),
    ),
  );
  return loaded;
}
