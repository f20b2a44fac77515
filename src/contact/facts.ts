import { citizenColumn } from "../citizens/public.ts";
import { conversationWords } from "../law/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const conversations: Fact = {
  name: "conversations",
  word: "contact",
  shape: "event",
  label: { da: "Samtaler", en: "Conversations" },
  meaning: { da: "Samtaler mellem borger og jobcenter", en: "Conversations between citizen and jobcentre" },
  key: ["citizen", "kind", "day"],
  columns: [
    citizenColumn,
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Samtalens art", "The kind of conversation"],
      codes: conversationWords,
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
