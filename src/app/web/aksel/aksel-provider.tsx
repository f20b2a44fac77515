import { Provider } from "@navikt/ds-react";
import { en, nb } from "@navikt/ds-react/locales";
import type { ReactElement, ReactNode } from "react";
import { useLanguage } from "../../../platform/ui/use-language.tsx";
import { danishDates } from "./danish-dates.ts";
import { da } from "./danish-words.ts";

const danish = { ...da, global: { ...da.global, dateLocale: danishDates } };

/** Gives the design system's components the reader's language. */
export function AkselProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { language } = useLanguage();
  return language === "en" ? (
    <Provider locale={en as typeof nb}>{children}</Provider>
  ) : (
    <Provider locale={nb} translations={danish}>
      {children}
    </Provider>
  );
}
