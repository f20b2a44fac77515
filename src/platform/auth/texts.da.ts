/** What log-in tells whoever runs the system, in Danish. */
export const da = {
  login_setting:
    "Kan ikke starte: {names} har en værdi, der ikke kan bruges. Adresser skal være https (eller denne maskine), hemmeligheden mindst 16 tegn, og SPRINGBRAET_MODE er demo eller production.",
  login_incomplete:
    "Kan ikke starte: her skal logges ind med kommunens identitetsudbyder, men {names} mangler. Sæt dem, eller sæt SPRINGBRAET_MODE=demo for kun at vise demoen.",
  access_unreadable:
    "Adgangsfilen {file} kan ikke læses. Ret stien i SPRINGBRAET_ACCESS, og se efter, at programmet må læse den.",
  access_bad: "Adgangsfilen {file} kan ikke bruges:\n{faults}\nRet dem, og start igen.",
  access_fault: "linje {line}: {path}: {message}",
  expected: "ventede noget andet ({detail})",
  unknown_role: "rollen findes ikke; rollerne er {roles}",
  no_municipality: "reglen siger ikke, hvilken kommune den gælder; skriv municipality her eller øverst i filen",
};
