import type { Bilingual } from "../../platform/kernel/fact.ts";

/** What the API says when it refuses, by code. */
export const refusals = {
  no_session: { da: "Du er ikke logget ind. Log ind igen.", en: "You are not logged in. Log in again." },
  not_held: {
    da: "Du har ikke den rolle. Vælg en af dem, du har, eller bed systemejeren om den.",
    en: "You do not hold that role. Choose one you hold, or ask the system owner for it.",
  },
  outside_unit: {
    da: "Det er uden for dine egne enheder. Bed den, der leder begge enheder, om det.",
    en: "That is outside your own units. Ask whoever manages both units.",
  },
  no_such_place: {
    da: "Der er ingen sådan medarbejder i den enhed i dag. Vælg en anden.",
    en: "There is no such member of staff in that unit today. Choose another.",
  },
  cases_moved: {
    da: "Andre har flyttet nogle af sagerne imens; intet er flyttet nu. Se, hvordan de står, og prøv igen.",
    en: "Others have moved some of the cases meanwhile; nothing was moved now. See how they stand and try again.",
  },
  too_many: {
    da: "Der kom for mange kald på kort tid. Vent et minut, og prøv igen.",
    en: "Too many calls came in a short time. Wait a minute and try again.",
  },
  not_allowed: { da: "Din rolle har ikke adgang til det her.", en: "Your role has no access to this." },
  wrong_origin: {
    da: "Kaldet kom ikke fra Springbræts egne sider.",
    en: "The call did not come from Springbræt's own pages.",
  },
  not_found: {
    da: "Det findes ikke. Gå til forsiden, eller ret adressen.",
    en: "It does not exist. Go to the front page, or mend the address.",
  },
  bad_request: {
    da: "Noget i forespørgslen er ikke, som det skal være.",
    en: "Something in the request is not as it should be.",
  },
  too_large: { da: "Forespørgslen er for stor.", en: "The request is too large." },
  cannot_open: { da: "Tallet kan ikke åbnes til rækker.", en: "The figure cannot be opened to rows." },
  no_demo: { da: "Rollevalget findes kun i demoen.", en: "Choosing a role exists in the demo only." },
  bad_indicator: { da: "Indikatoren kan ikke bruges.", en: "The indicator cannot be used." },
  bad_deed_key: {
    da: "Hovedet idempotency-key skal være et uuid. Lad et nyt blive dannet for hver handling.",
    en: "The header idempotency-key must be a uuid. Make a new one for each deed.",
  },
  deed_key_reused: {
    da: "Der er allerede gjort noget andet under denne idempotency-key. Intet er ændret; send handlingen med en ny.",
    en: "Something else was done under this idempotency-key already. Nothing has changed; send the deed with a new one.",
  },
  deed_under_way: {
    da: "Den samme handling er i gang. Prøv igen om et øjeblik; den bliver kun gjort én gang.",
    en: "The same deed is under way. Try again in a moment; it is done once only.",
  },
  edit_conflict: {
    da: "Andre har ændret det her, siden du åbnede det. Intet er overskrevet; vælg, hvad der skal gælde.",
    en: "Others have changed this since you opened it. Nothing was overwritten; choose what is to stand.",
  },
  unexpected: {
    da: "Der skete en fejl hos os. Prøv igen; intet er gået tabt.",
    en: "There was an error on our side. Try again; nothing has been lost.",
  },
} as const satisfies Record<string, Bilingual>;
