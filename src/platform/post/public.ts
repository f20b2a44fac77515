export type { Delivery, Sender } from "./contract.ts";
export { type MailServer, openMail } from "./mail.ts";
export { memoMessage } from "./memo.ts";
export { type Outbox, openOutbox } from "./outbox.ts";
export { readSenders, type Senders } from "./senders.ts";
