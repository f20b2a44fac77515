import type { SameTexts } from "../texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What is said when keys are missing or wrong. */
export const en: SameTexts<typeof da> = {
  keys_unreadable:
    "The keys in {where} cannot be read. Put the right file back from where you keep keys; do not make a new one.",
  keys_open_to_others:
    "Others on this machine can read the key file {where}. Give only the program's own user access (chmod 600) and start again.",
  keys_lost:
    "The records hold CPR numbers but the keys are missing: {where} is not there. Put the key file back or give the keys in SPRINGBRAET_KEYS. Without the keys the numbers cannot be read.",
  key_missing:
    "The records hold CPR numbers sealed with the key {key}, which is not among the keys in {where}. Put the right keys back.",
  sealed_damaged: "A sealed CPR number cannot be opened: it was changed, or it belongs somewhere else.",
  keys_from_environment:
    "The keys come from SPRINGBRAET_KEYS. Put the new key first there yourself and run the command again; the numbers are then sealed anew.",
};
