/** Who letters come from, one for each municipality that sends. */
export type Sender = {
  readonly name: string;
  /** CVR number, eight digits. */
  readonly cvr: string;
  /** Lines under the name: street, postcode and town. */
  readonly address: readonly string[];
  readonly phone: string;
  /** The address mail comes from; null when the municipality sends no mail. */
  readonly mail: string | null;
};

/** What became of a sending. `isPassing` when it is worth trying again. A code, never a server's own words: they repeat the address. */
export type Delivery =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: SendFault; readonly isPassing: boolean };

export type SendFault = "unreachable" | "address_refused" | "refused" | "not_let_in" | "not_sealed" | "no_room";

export type Enclosure = { readonly filename: string; readonly type: string; readonly content: Uint8Array };
