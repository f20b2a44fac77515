import { Link } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { apiUrl } from "../../platform/ui/api.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { contactTexts } from "./contact-texts.ts";

/** One's own or the unit's meetings of the coming weeks, as a file for a calendar program. */
export function CalendarFileLink({ whose }: { readonly whose: "mine" | "unit" }): ReactElement {
  const { letters: texts } = useTexts(contactTexts);
  const { language } = useLanguage();
  return (
    <p className="no-print">
      <Link href={apiUrl("/calendar/file", { whose, language })} download>
        {texts.calendarFile}
      </Link>
    </p>
  );
}
