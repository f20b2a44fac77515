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
  bad_json: {
    da: "Forespørgslens indhold er ikke gyldig JSON. Ret det, og send igen.",
    en: "The request's content is not valid JSON. Mend it and send again.",
  },
  wrong_media_type: {
    da: "Indholdet skal være JSON; sæt content-type til application/json.",
    en: "The content must be JSON; set content-type to application/json.",
  },
  bad_address: {
    da: "Adressen kan ikke læses. Ret den, eller gå til forsiden.",
    en: "The address cannot be read. Mend it, or go to the front page.",
  },
  bad_http: { da: "Det er ikke en HTTP-forespørgsel.", en: "This is no HTTP request." },
  headers_too_large: {
    da: "Forespørgslens hoved er for stort. Slet cookies for siden, og prøv igen.",
    en: "The request's headers are too large. Delete the page's cookies and try again.",
  },
  too_late: {
    da: "Forespørgslen kom ikke helt frem i tide. Prøv igen.",
    en: "The request did not arrive whole in time. Try again.",
  },
  too_slow: {
    da: "Svaret tog for lang tid. Prøv igen om lidt; intet er gået tabt.",
    en: "The answer took too long. Try again in a while; nothing has been lost.",
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
  records_unavailable: {
    da: "Databasen svarer ikke lige nu. Intet er gået tabt, og det, du var ved at gemme, er ikke gemt. Prøv igen om et øjeblik.",
    en: "The database does not answer right now. Nothing is lost, and what you were saving has not been saved. Try again in a moment.",
  },
  records_slow: {
    da: "Databasen er for langsom lige nu, og handlingen er ikke gennemført. Prøv igen om et øjeblik.",
    en: "The database is too slow right now, and this was not done. Try again in a moment.",
  },
  disk_full: {
    da: "Der er ikke plads på disken, så intet kunne gemmes. Sig det til den, der driver Springbræt; det, der var gemt, er der stadig.",
    en: "The disk is full, so nothing could be saved. Tell the person who runs Springbræt; what was saved is still there.",
  },
  letter_elsewhere: {
    da: "Det kan ikke gøres med brevet, som det står nu, eller brevet er allerede skrevet. Hent siden igen, og se, hvor langt det er.",
    en: "That cannot be done with the letter as it stands, or it is written already. Load the page again to see how far it is.",
  },
  case_closed: {
    da: "Ingen har ansvar for borgeren i dag, så sagen er lukket. Giv den først en enhed på siden Organisation.",
    en: "Nobody is responsible for the citizen today, so the case is closed. Give it a unit on the page Organisation first.",
  },
  entry_follows: {
    da: "Det følger af noget, der er noteret under borgerens forløb. Ret det dér.",
    en: "That follows from something noted under the citizen's course. Change it there.",
  },
  view_named_so: {
    da: "Du har allerede en visning med det navn. Vælg et andet navn, eller fjern den gamle først.",
    en: "You have a view of that name already. Choose another name, or take the old one away first.",
  },
  no_unit_to_share: {
    da: "Du hører ikke til en enhed, så visningen kan ikke deles. Gem den til dig selv.",
    en: "You belong to no unit, so the view cannot be shared. Save it for yourself.",
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

/** What was expected in a place of a request where something else stood. */
export const expectations = {
  text: { da: "Ventede en tekst.", en: "Expected a text." },
  number: { da: "Ventede et tal.", en: "Expected a number." },
  whole: { da: "Ventede et helt tal.", en: "Expected a whole number." },
  yes_no: { da: "Ventede true eller false.", en: "Expected true or false." },
  list: { da: "Ventede en liste.", en: "Expected a list." },
  object: { da: "Ventede et objekt med felter.", en: "Expected an object with fields." },
  nothing: { da: "Ventede null.", en: "Expected null." },
  day: { da: "Ventede en dag, skrevet som 2021-12-31.", en: "Expected a day, written as 2021-12-31." },
  moment: {
    da: "Ventede et tidspunkt, skrevet som 2021-12-31T08:00:00Z.",
    en: "Expected a moment, written as 2021-12-31T08:00:00Z.",
  },
  uuid: { da: "Ventede et uuid.", en: "Expected a uuid." },
  address: { da: "Ventede en netadresse.", en: "Expected a web address." },
  email: { da: "Ventede en mailadresse.", en: "Expected an email address." },
  form: { da: "Ventede en anden form.", en: "Expected another form." },
  one_of: { da: "Ventede et af: {words}.", en: "Expected one of: {words}." },
  longer: { da: "Ventede mindst {limit} tegn.", en: "Expected at least {limit} characters." },
  shorter: { da: "Ventede højst {limit} tegn.", en: "Expected at most {limit} characters." },
  more: { da: "Ventede mindst {limit} i listen.", en: "Expected at least {limit} in the list." },
  fewer: { da: "Ventede højst {limit} i listen.", en: "Expected at most {limit} in the list." },
  least: { da: "Ventede mindst {limit}.", en: "Expected at least {limit}." },
  most: { da: "Ventede højst {limit}.", en: "Expected at most {limit}." },
  fewer_fields: {
    da: "Her er felter, der ikke hører til: {count}.",
    en: "There are fields here that do not belong: {count}.",
  },
  no_nul: { da: "Ventede en tekst uden nul-tegn.", en: "Expected a text without NUL." },
  less_deep: { da: "Ventede noget, der ikke er pakket så dybt ind.", en: "Expected something less deeply nested." },
  files: { da: "Ventede filer som multipart/form-data.", en: "Expected files as multipart/form-data." },
  no_cpr: {
    da: "Skriv ikke CPR-numre i teksten: den kan læses af andre. Tag nummeret ud.",
    en: "Do not write CPR numbers in the text: others can read it. Take the number out.",
  },
  other: { da: "Ventede noget andet.", en: "Expected something else." },
} as const satisfies Record<string, Bilingual>;
