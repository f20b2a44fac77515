import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { privacyTexts } from "./privacy-texts.ts";

const PAGES = [
  { key: "log", to: "/databeskyttelse", may: "log.read" },
  { key: "requests", to: "/databeskyttelse/anmodninger", may: "privacy.handle" },
  { key: "retention", to: "/databeskyttelse/slettefrister", may: "privacy.delete" },
] as const;

/** Which of the officer's pages this is. */
export type PrivacyPage = (typeof PAGES)[number]["key"];

type Props = { readonly here: PrivacyPage; readonly may: readonly string[] };

/** The way between the officer's pages: only those the reader may see. */
export function PrivacyMenu({ here, may }: Props): ReactElement {
  const { nav } = useTexts(privacyTexts);
  return (
    <nav className="privacy-menu no-print" aria-label={nav.label}>
      {PAGES.filter((page) => may.includes(page.may)).map(({ key, to }) => (
        <AppLink key={key} to={to} className={key === here ? "privacy-here" : "aksel-link"}>
          {nav[key]}
        </AppLink>
      ))}
    </nav>
  );
}
