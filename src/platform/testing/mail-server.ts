import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real SMTP server for tests. */
export type TestMailServer = {
  readonly url: string;
  /** The mails it took, parsed. */
  readonly taken: ParsedMail[];
  /** Answers to receivers from now on: an SMTP code from 400, or null to take them. */
  answer: (address: string) => number | null;
  readonly close: () => Promise<void>;
};

/** Starts a mail server on a free port of a loopback address. `password` is asked for when given. */
export async function startMailServer(
  options: { readonly host?: string; readonly password?: string; readonly port?: number } = {},
): Promise<TestMailServer> {
  const { host = "127.0.0.1", password, port = 0 } = options;
  const taken: ParsedMail[] = [];
  const behaviour: { answer: TestMailServer["answer"] } = { answer: () => null };
  const server = new SMTPServer({
    authOptional: password === undefined,
    disabledCommands: password === undefined ? ["AUTH", "STARTTLS"] : ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error("not let in")),
    onRcptTo: ({ address }, _session, done) => {
      const code = behaviour.answer(address);
      if (code === null) return done();
      return done(Object.assign(new Error(`no room for ${address}`), { responseCode: code }));
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          taken.push(mail);
          done();
        },
        (error: unknown) => done(error as Error),
      );
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(port, host, listening));
  const at = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://${password === undefined ? "" : `springbraet:${encodeURIComponent(password)}@`}${host}:${at}`,
    taken,
    get answer() {
      return behaviour.answer;
    },
    set answer(answer) {
      behaviour.answer = answer;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
