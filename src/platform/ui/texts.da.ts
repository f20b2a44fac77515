/** What every page says in the same way, in Danish. */
export const da = {
  product: "Springbræt",
  loading: "Henter",
  problem: {
    title: "Det kunne ikke hentes",
    noAnswer: "Serveren svarer ikke. Se, om den kører, og prøv igen.",
    unknown: "Serveren kunne ikke svare på det ({code}). Prøv igen, eller sig det til den, der passer Springbræt.",
    again: "Prøv igen",
    forbidden: "Det må din rolle ikke. Skift rolle, hvis du har brug for det.",
  },
  scrollable: "{name}, kan rulles til siden",
};
