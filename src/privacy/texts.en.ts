import type { SameTexts } from "../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What privacy says in English. */
export const en: SameTexts<typeof da> = {
  refusals: {
    unknown_request: "The request does not exist. Go back to the list and choose another.",
    received_later: "The request cannot have been received after today. Mend the date.",
    is_done: "The request has been answered. You can still write a note, or who has been told.",
    wrong_kind: "That step does not belong to this kind of request. Choose another.",
    needs_reason: "Write why, or to whom. It must be readable afterwards.",
    needs_date: "Write the new deadline.",
    too_long: "The deadline can be extended to at most three months after receipt (GDPR article 12(3)).",
    not_decided: "First decide whether the correction is to be made.",
    step_taken: "Somebody else has done something about the request meanwhile. Read it again, and do yours afterwards.",
    person_restricted:
      "Processing of this citizen's data is restricted (article 18): they may only be stored. Ask the data-protection officer.",
    unknown_person: "No citizen is known under that number, and nobody has looked at it. See whether it is written right.",
    not_restricted: "There is no restriction to lift.",
    unknown_subject: "The KLE number is not in the list of deletion periods.",
    not_yet: "That day has not come yet. Choose today or an earlier day.",
    nothing_due: "Nothing is old enough to be deleted by the confirmed periods.",
    four_eyes: "Whoever proposed the deletion cannot approve it too. Somebody else must.",
    approved_already: "The deletion is approved already.",
    unknown_deletion: "The deletion does not exist. Go back to the list.",
    not_approved: "The deletion is not approved. Somebody other than the one who proposed it must do that first.",
    deletion_outdated:
      "The records are no longer those the deletion was proposed for. Nothing was deleted. Propose it again, so that you see the new count.",
  },
};
