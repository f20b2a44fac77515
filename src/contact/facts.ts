import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const conversations: Fact = {
  name: "conversations",
  word: "contact",
  shape: "event",
  label: { da: "Samtaler", en: "Conversations" },
  meaning: { da: "Samtaler mellem borger og jobcenter", en: "Conversations between citizen and jobcentre" },
  key: ["citizen", "kind", "day"],
  columns: [
    column("citizen", "key", {
      label: ["Borger", "Citizen"],
      meaning: ["Borgerens id", "The citizen's id"],
      refers: "citizens",
    }),
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Samtalens art", "The kind of conversation"],
      codes: codes(
        ["jobsamtale", "jobsamtale", "job talk"],
        ["cv_samtale", "CV-samtale", "CV talk"],
        ["raadighedssamtale", "rådighedssamtale", "availability talk"],
        ["opfoelgning_sygedagpenge", "opfølgning på sygedagpenge", "sickness follow-up"],
        ["opfoelgning_fleksjob", "opfølgning på fleksjob", "flexjob follow-up"],
        ["integrationssamtale", "integrationssamtale", "integration talk"],
        ["rehabilitering", "møde i rehabiliteringsteam", "rehabilitation team meeting"],
        ["faelles_jobsamtale", "jobsamtale med a-kassen", "job talk with the unemployment fund"],
        ["akasse_samtale", "samtale i a-kassen", "conversation in the unemployment fund"],
        ["visitationssamtale", "visitationssamtale", "visitation talk"],
        ["motivationssamtale", "motivationssamtale", "motivation talk"],
        ["coaching", "coaching", "coaching"],
        ["gruppecoaching", "coaching i gruppe", "group coaching"],
        ["mentorsamtale", "mentorsamtale", "mentor talk"],
        ["informationsmoede", "informationsmøde", "information meeting"],
        ["temamoede", "temamøde", "theme meeting"],
        ["overdragelsessamtale", "overdragelsessamtale", "transfer talk"],
        ["samtale_ved_start", "samtale ved start af tilbud", "talk when an offer begins"],
        ["samtale_ved_slut", "samtale ved slut på tilbud", "talk when an offer ends"],
        ["midtvejssamtale", "midtvejssamtale", "midway talk"],
        ["afsluttende_samtale", "afsluttende samtale", "closing talk"],
        ["mini_mus", "mini-MUS", "small appraisal talk"],
        ["trepartssamtale", "trepartssamtale i virksomhed", "three-party talk at the company"],
        ["fast_track", "fast track-samtale", "fast-track talk"],
        ["repatrieringsvejledning", "vejledning om repatriering", "repatriation guidance"],
      ),
    }),
    column("form", "code", {
      label: ["Form", "Form"],
      meaning: ["Hvordan samtalen blev holdt", "How it was held"],
      required: false,
      codes: codes(
        ["fremmoede", "personligt fremmøde", "in person"],
        ["telefon", "telefon", "phone"],
        ["digital", "digital", "digital"],
        ["brev", "brev", "letter"],
        ["sagsakter", "på sagens akter", "by the case files"],
        ["aktivitetssted", "kontakt til aktivitetsstedet", "contact to the activity place"],
        ["arbejdsplads", "på arbejdspladsen", "at the workplace"],
      ),
    }),
    column("status", "code", {
      label: ["Status", "Status"],
      meaning: ["Hvad der skete", "What happened"],
      codes: codes(
        ["holdt", "holdt", "held"],
        ["udeblevet", "borgeren udeblev", "citizen did not come"],
        ["aflyst", "aflyst", "cancelled"],
      ),
    }),
    column("repatriation_guidance", "bool", {
      label: ["Vejledt om repatriering", "Guided on repatriation"],
      meaning: ["Blev borgeren vejledt om at vende hjem", "Was the citizen guided on returning home"],
      required: false,
      whenEmpty: false,
    }),
  ],
};

/** What the jobcentre records about its conversations. */
export const facts: readonly Fact[] = [conversations];
