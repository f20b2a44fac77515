/** What every page says in the same way, in Danish. */
export const da = {
  product: "Springbræt",
  columns: "Kolonner",
  loading: "Henter",
  problem: {
    title: "Det kunne ikke hentes",
    noAnswer: "Serveren svarer ikke. Se, om den kører, og prøv igen.",
    unknown: "Serveren kunne ikke svare på det ({code}). Prøv igen, eller sig det til den, der passer Springbræt.",
    again: "Prøv igen",
    forbidden: "Det må din rolle ikke. Skift rolle, hvis du har brug for det.",
  },
  merge: {
    title: "Nogen har ændret det i mellemtiden",
    explain: "Intet er overskrevet. Vælg, hvad der skal gælde, og gem. Det, du skrev, er bevaret.",
    by: "{who}, {when}",
    unknown: "En anden",
    mine: "Det, jeg skrev",
    theirs: "Det, der står nu",
    both: "Begge dele, efter hinanden",
    gone: "Det er fjernet i mellemtiden. Det, du skrev, er bevaret.",
    save: "Gem mit valg",
    drop: "Behold det, der står nu",
  },
  pages: "Sider",
  file: { as: "Hent som", xlsx: "Regneark (XLSX)", csv: "CSV" },
  scrollable: "{name}, kan rulles til siden",
};
