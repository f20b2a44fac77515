import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { Catalogue, SameTexts, Texts } from "../texts/catalogue.ts";
import { type BothLanguages, isLanguage, type Language } from "../texts/language.ts";
import { readStored, writeStored } from "./stored.ts";

const KEY = "springbraet.language";

type LanguageChoice = { readonly language: Language; readonly choose: (language: Language) => void };

const LanguageContext = createContext<LanguageChoice>({ language: "da", choose: () => undefined });

/** Holds the reader's language: Danish until they choose otherwise, remembered in this browser. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  const choose = useCallback((next: Language) => {
    setLanguage(next);
    writeStored(KEY, next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The reader's language and a way to change it. */
export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}

/** A word's texts in the reader's language. */
export function useTexts<T extends Texts>(catalogue: Catalogue<T>): SameTexts<T> {
  const { language } = use(LanguageContext);
  return catalogue[language];
}

/** Picks the reader's language from a text the server sent in both. */
export function useBoth(): (text: BothLanguages) => string {
  const { language } = use(LanguageContext);
  return useCallback((text: BothLanguages) => text[language], [language]);
}

function storedLanguage(): Language {
  const stored = readStored(KEY);
  return isLanguage(stored) ? stored : "da";
}
