import { join } from "node:path";
import { openSealedNumber } from "../citizens/public.ts";
import type { Post } from "../contact/public.ts";
import { municipalityCalled } from "../organisation/public.ts";
import {
  type MailServer,
  type Outbox,
  openMail,
  openOutbox,
  readSenders,
  type Sender,
  type Senders,
} from "../platform/post/public.ts";
import type { Keyring } from "../platform/secrets/public.ts";
import type { Settings } from "./settings.ts";

/** How letters leave, for every municipality. */
export type PostOffice = {
  /** Reads how letters leave, which else is done when it is first needed: a server must not start with a mistake in it, a backup must be made in spite of one. */
  readonly check: () => void;
  readonly of: (municipality: string) => Post;
  readonly close: () => void;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder a made-up municipality's messages to Digital Post go to when nobody has set one up: nothing takes them from there. */
const OUTBOX = "digital-post";
/** No company has this number. */
const MADE_UP_CVR = "00000000";

/**
 * Reads how letters leave: `SPRINGBRAET_SENDERS`, `SPRINGBRAET_OUTBOX`, `SPRINGBRAET_MAIL_URL`. A municipality without a sender sends nothing: its letters are
 * printed. `check` and the first `of` throw when the file of senders cannot be used.
 */
export function openPostOffice(
  env: Environment,
  place: { readonly data: string; readonly keyring: Keyring; readonly settings: () => Settings },
): PostOffice {
  let opened: Opened | null = null;
  const open = (): Opened => {
    opened ??= openWays(env);
    return opened;
  };
  const ofDemo = openOutbox(join(place.data, OUTBOX));
  return {
    check: () => void open(),
    of: (municipality) => {
      const { senders, outbox, mail } = open();
      const known = senders[municipality];
      const isMadeUp = place.settings().municipalities.find(({ code }) => code === municipality)?.synthetic ?? false;
      const ways: { readonly outbox: Outbox | null; readonly mail: MailServer | null } = known
        ? { outbox, mail }
        : { outbox: isMadeUp ? ofDemo : null, mail: null };
      return {
        ...ways,
        sender: known ?? unknownSender(municipality),
        numberOf: (sealed) => {
          if (sealed === null) return null;
          const { number, isCpr } = openSealedNumber(sealed, { keyring: place.keyring, municipality });
          // Nobody made up has a CPR number: there a replacement stands for one, so that letters can be tried.
          return isCpr || isMadeUp ? number : null;
        },
      };
    },
    close: () => opened?.mail?.close(),
  };
}

type Opened = { readonly senders: Senders; readonly outbox: Outbox | null; readonly mail: MailServer | null };

function openWays(env: Environment): Opened {
  return {
    senders: env.SPRINGBRAET_SENDERS ? readSenders(env.SPRINGBRAET_SENDERS) : {},
    outbox: env.SPRINGBRAET_OUTBOX ? openOutbox(env.SPRINGBRAET_OUTBOX) : null,
    mail: env.SPRINGBRAET_MAIL_URL ? openMail({ url: env.SPRINGBRAET_MAIL_URL }) : null,
  };
}

/** The municipality's own name, with nothing more. */
function unknownSender(municipality: string): Sender {
  const { name } = municipalityCalled(municipality);
  return { name: `Jobcenter ${name}`, cvr: MADE_UP_CVR, address: [], phone: "", mail: null };
}
