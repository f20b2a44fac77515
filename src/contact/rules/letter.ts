/** What a letter says, without name, number and address. */
export type LetterContent = {
  /** The day it is dated, ISO. */
  readonly on: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Who signs. */
  readonly staff: string;
};

/** What letters there are. */
export const TEMPLATES = ["invitation", "moved", "cancelled", "reminder"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** What may have to be so for a paragraph of a letter to stand. The forms are those of conversations. */
export const CONDITIONS = [
  "fremmoede",
  "telefon",
  "digital",
  "brev",
  "sagsakter",
  "aktivitetssted",
  "arbejdsplads",
  "address",
  "no_address",
  "phone",
  "no_phone",
  "duty",
  "voluntary",
  "single",
  "group",
  "place",
  "no_place",
  "purpose",
  "interpreter",
  "not_interpreted",
  "language",
  "no_language",
  "foreign",
  "basis",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What a paragraph can name. */
export const PLACES = [
  "kind",
  "form",
  "day",
  "weekday",
  "from",
  "until",
  "staff",
  "sender",
  "address",
  "phone",
  "purpose",
  "place",
  "language",
  "held_in",
  "says",
  "paragraph",
] as const;
export type Place = (typeof PLACES)[number];

/** A template in one language. */
export type Template = {
  readonly subject: string;
  readonly text: readonly { readonly when: readonly Condition[]; readonly says: string }[];
};

/** Names in braces in a text. */
export function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}

/** A letter from a template: the paragraphs whose conditions hold, with the values in their places. */
export function writeLetter(
  template: Template,
  values: Readonly<Record<Place, string>>,
  holds: ReadonlySet<Condition>,
): Pick<LetterContent, "subject" | "paragraphs"> {
  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name as Place] ?? whole);
  return {
    subject: capital(filled(template.subject)),
    paragraphs: template.text.filter(({ when }) => when.every((one) => holds.has(one))).map(({ says }) => filled(says)),
  };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("da") + text.slice(1);
}

export type Channel = "digital_post" | "mail" | "print";

/** How a letter can go to a citizen. Mail goes to nobody who is protected: an address is enough to be found by. */
export function channelFor(reach: {
  readonly hasOutbox: boolean;
  readonly hasCpr: boolean;
  readonly hasMailServer: boolean;
  readonly mail: string | null;
  readonly isProtected: boolean;
}): Channel {
  if (reach.hasOutbox && reach.hasCpr) return "digital_post";
  return reach.hasMailServer && reach.mail !== null && !reach.isProtected ? "mail" : "print";
}

/** How long to wait before a sending is tried again, in minutes, by how often it was tried; null when it is given up. */
export function minutesUntilNextTry(tries: number): number | null {
  return [1, 5, 15, 60, 240][tries - 1] ?? null;
}

/** What can be done with a letter that is in a state. */
export const STEPS = {
  waiting: ["withdraw", "print"],
  sending: [],
  sent: [],
  failed: ["again", "print", "dealt_with"],
  to_print: ["printed", "dealt_with"],
  printed: [],
  withdrawn: [],
  dealt_with: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type LetterState = keyof typeof STEPS;
export type LetterStep = (typeof STEPS)[LetterState][number];

const AFTER: Readonly<Record<LetterStep, LetterState>> = {
  withdraw: "withdrawn",
  print: "to_print",
  again: "waiting",
  printed: "printed",
  dealt_with: "dealt_with",
};

/** The state a step leads to; null when it cannot be taken from here. */
export function stateAfter(state: LetterState, step: LetterStep): LetterState | null {
  return (STEPS[state] as readonly LetterStep[]).includes(step) ? AFTER[step] : null;
}

/** Which letter is due about an appointment that was changed or called off, given the letters that went or are to go about it. */
export function letterOnChange(
  change: "moved" | "cancelled",
  earlier: readonly { readonly template: string; readonly state: LetterState }[],
): "invitation" | "moved" | "cancelled" | null {
  const isTold = earlier.some(({ state }) => isToldBy(state));
  if (isTold) return change;
  return change === "moved" ? "invitation" : null;
}

/** Does the citizen know by a letter in this state, or will: has it gone or is it going, or did somebody see to it? */
export function isToldBy(state: LetterState): boolean {
  return TOLD.has(state);
}

const TOLD: ReadonlySet<LetterState> = new Set(["sending", "sent", "printed", "dealt_with"]);
