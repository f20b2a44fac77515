/** What privacy says in Danish. */
export const da = {
  refusals: {
    unknown_request: "Anmodningen findes ikke. Gå tilbage til listen, og vælg en anden.",
    received_later: "Anmodningen kan ikke være modtaget efter i dag. Ret datoen.",
    is_done: "Anmodningen er besvaret. Du kan stadig skrive en note, eller hvem der er underrettet.",
    wrong_kind: "Det skridt hører ikke til den slags anmodning. Vælg et andet.",
    needs_reason: "Skriv hvorfor, eller til hvem. Det skal kunne læses bagefter.",
    needs_date: "Skriv den nye frist.",
    too_long: "Fristen kan højst forlænges til tre måneder efter modtagelsen (databeskyttelsesforordningens artikel 12, stk. 3).",
    not_decided: "Afgør først, om rettelsen skal laves.",
    step_taken: "En anden har gjort noget ved anmodningen i mellemtiden. Læs den igen, og gør dit bagefter.",
    person_restricted:
      "Behandlingen af borgerens oplysninger er begrænset (artikel 18): de må kun opbevares. Spørg databeskyttelsesrådgiveren.",
    unknown_person: "Ingen borger er kendt under det nummer, og ingen har set på det. Se efter, om det er skrevet rigtigt.",
    not_restricted: "Der er ingen begrænsning at ophæve.",
    unknown_subject: "KLE-nummeret er ikke på listen over slettefrister.",
    not_yet: "Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.",
    nothing_due: "Intet er gammelt nok til at blive slettet efter de bekræftede frister.",
    four_eyes: "Den, der har foreslået sletningen, kan ikke også godkende den. Det skal en anden gøre.",
    approved_already: "Sletningen er allerede godkendt.",
    unknown_deletion: "Sletningen findes ikke. Gå tilbage til listen.",
    not_approved: "Sletningen er ikke godkendt. Det skal en anden end den, der foreslog den, gøre først.",
    deletion_outdated:
      "Oplysningerne er ikke længere dem, sletningen blev foreslået for. Intet er slettet. Foreslå den igen, så I ser det nye antal.",
  },
} as const;
