import { createTransport } from "nodemailer";
import type { Delivery, Enclosure, SendFault } from "./contract.ts";

/** A mail: plain text with what is enclosed. `id` makes its Message-ID, so that the same mail sent twice can be known as one. */
export type Mail = {
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly enclosed: readonly Enclosure[];
};

/** A mail server that takes mail. */
export type MailServer = { readonly send: (mail: Mail) => Promise<Delivery>; readonly close: () => void };

/** A hanging server must not hold the line of letters up for long. */
const PATIENCE_MS = 20_000;
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Opens a mail server by its address: `smtps://user:password@host:465`, or `smtp://...` where the connection must become a sealed one (STARTTLS)
 * before anything is said, but for a server on this machine. Letters to citizens are confidential: the Danish Data Protection Agency asks for
 * TLS 1.2 at least. `ca` is for a certificate of one's own.
 */
export function openMail({ url, ca }: { readonly url: string; readonly ca?: string }): MailServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !LOCAL.has(hostname),
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    tls: { minVersion: "TLSv1.2", ...(ca ? { ca } : {}) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, from, to, subject, text, language, enclosed }) => {
      const domain = from.address.split("@")[1] ?? "localhost";
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          to,
          subject,
          text,
          headers: { "Content-Language": language, "Auto-Submitted": "auto-generated" },
          attachments: enclosed.map(({ filename, type, content }) => ({
            filename,
            contentType: type,
            content: Buffer.from(content),
          })),
        });
        return { ok: true };
      } catch (error) {
        return faultOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A reply from 400 to 499 passes, one from 500 does not; what was never said passes too. */
function faultOf(error: unknown): Delivery {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
  if (code === undefined && responseCode === undefined) throw error;
  if (code === "ETLS" || command === "STARTTLS") return { ok: false, code: "not_sealed", isPassing: false };
  const isPassing = responseCode === undefined ? code !== "EENVELOPE" : responseCode < 500;
  return { ok: false, isPassing, code: codeOf({ code, command, responseCode }) };
}

function codeOf(fault: {
  readonly code: string | undefined;
  readonly command: string | undefined;
  readonly responseCode: number | undefined;
}): SendFault {
  if (fault.code === "EAUTH" || fault.code === "ENOAUTH") return "not_let_in";
  if (fault.code === "EENVELOPE" || fault.command === "RCPT TO") return "address_refused";
  return fault.responseCode === undefined ? "unreachable" : "refused";
}
