import type { Tx } from "../platform/db/public.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import type { MailServer, Outbox, Sender } from "../platform/post/public.ts";

/** How letters leave a municipality. */
export type Post = {
  /** Who letters come from; the municipality's own name with nothing more when nobody has said. */
  readonly sender: Sender;
  /** What Digital Post is handed over through; null when it is not set up. */
  readonly outbox: Outbox | null;
  readonly mail: MailServer | null;
  /** A sealed number in the open when Digital Post can be sent by it; null when it is a replacement number, or none. */
  readonly numberOf: (sealed: Buffer | null) => string | null;
};

/** The rule of the law that a conversation would meet, as a letter names it. */
export type Basis = { readonly paragraph: string; readonly says: Bilingual };

/** Finds what a conversation is for, in the law of the day. */
export type FindBasis = (
  tx: Tx,
  talk: { readonly citizen: string; readonly kind: string; readonly day: string },
) => Promise<Basis | null>;
