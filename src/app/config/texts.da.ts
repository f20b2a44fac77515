/** Hvad opsætningen siger, når den ikke kan bruges. */
export const da = {
  mistakes: "Programmet starter ikke, for opsætningen har fejl. Ret dem alle, og start igen (docs/operations.md):",
  mistake: "{name}: {what}",
  expected: {
    whole: "skal være et helt tal fra {least} til {most}",
    choice: "skal være et af ordene {words}",
    text: "skal være en tekst på højst 20.000 tegn",
    mail: "skal være en adresse på en mailserver: smtps://bruger:kode@vært:465 eller smtp://bruger:kode@vært:587",
    database: "skal være en adresse på en PostgreSQL-server: postgres://bruger:kode@vært:5432/database",
    address: "skal være en adresse med https:// (http:// kun på maskinen selv)",
    secret: "skal være en hemmelighed på mindst 16 tegn",
    host: "skal være en adresse at lytte på, fx 127.0.0.1",
    proxies: "skal være adresser eller net adskilt af komma, fx 10.0.0.5,192.168.1.0/24, eller ordet loopback",
    day: "skal være en dag, skrevet som 2021-12-31",
  },
  both: "er sat to gange, både som {name} og som {name}_FILE; behold den ene",
  unreadable: "peger på en fil, der ikke kan læses; ret stien eller rettighederne",
  empty_file: "peger på en tom fil",
  trial_in_production: "er kun til prøver; fjern den i drift",
};
