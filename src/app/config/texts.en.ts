import type { SameTexts } from "../../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What the configuration says when it cannot be used. */
export const en: SameTexts<typeof da> = {
  mistakes:
    "The program does not start, for its configuration has mistakes. Mend them all and start again (docs/operations.md):",
  mistake: "{name}: {what}",
  expected: {
    whole: "must be a whole number from {least} to {most}",
    choice: "must be one of the words {words}",
    text: "must be a text of at most 20,000 characters",
    mail: "must be the address of a mail server: smtps://user:password@host:465 or smtp://user:password@host:587",
    database: "must be the address of a PostgreSQL server: postgres://user:password@host:5432/database",
    address: "must be an address with https:// (http:// on this machine only)",
    secret: "must be a secret of at least 16 characters",
    host: "must be an address to listen on, such as 127.0.0.1",
    proxies: "must be addresses or networks with commas between, such as 10.0.0.5,192.168.1.0/24, or the word loopback",
    day: "must be a day, written as 2021-12-31",
  },
  both: "is set twice, as {name} and as {name}_FILE; keep one",
  unreadable: "points to a file that cannot be read; mend the path or the permissions",
  empty_file: "points to an empty file",
  trial_in_production: "is for trials only; remove it in production",
};
