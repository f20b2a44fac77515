import type { SameTexts } from "../texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What log-in tells whoever runs the system. */
export const en: SameTexts<typeof da> = {
  login_setting:
    "Cannot start: {names} has a value that cannot be used. Addresses must be https (or this machine), the secret at least 16 characters, and SPRINGBRAET_MODE is demo or production.",
  login_incomplete:
    "Cannot start: people are to log in with the municipality's identity provider, but {names} is missing. Set it, or set SPRINGBRAET_MODE=demo to show the demo only.",
  access_unreadable:
    "The access file {file} cannot be read. Mend the path in SPRINGBRAET_ACCESS, and see that the program may read it.",
  access_bad: "The access file {file} cannot be used:\n{faults}\nMend them and start again.",
  access_fault: "line {line}: {path}: {message}",
  expected: "expected something else ({detail})",
  unknown_role: "there is no such role; the roles are {roles}",
  no_municipality:
    "the rule does not say which municipality it is for; write municipality here or at the top of the file",
};
