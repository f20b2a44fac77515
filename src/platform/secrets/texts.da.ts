import type { Texts } from "../texts/catalogue.ts";

/** What is said when keys are missing or wrong. */
export const da = {
  keys_unreadable:
    "Nøglerne i {where} kan ikke læses. Læg den rigtige fil tilbage fra det sted, hvor I gemmer nøgler; lav ikke en ny.",
  keys_open_to_others:
    "Nøglefilen {where} kan læses af andre på maskinen. Giv kun programmets egen bruger adgang (chmod 600), og start igen.",
  keys_lost:
    "Optegnelserne rummer CPR-numre, men nøglerne mangler: {where} findes ikke. Læg nøglefilen tilbage, eller giv nøglerne i SPRINGBRAET_KEYS. Uden nøglerne kan numrene ikke læses.",
  key_missing:
    "Optegnelserne rummer CPR-numre, der er låst med nøglen {key}, men den er ikke blandt nøglerne i {where}. Læg de rigtige nøgler tilbage.",
  sealed_damaged: "Et låst CPR-nummer kan ikke åbnes: det er ændret, eller det hører til et andet sted.",
  keys_from_environment:
    "Nøglerne kommer fra SPRINGBRAET_KEYS. Sæt selv den nye nøgle forrest dér, og kør kommandoen igen; så låses numrene om.",
} as const satisfies Texts;
