import { afterEach, describe, expect, it } from "vitest";
import { startMailServer, type TestMailServer } from "../testing/mail-server.ts";
import { type Mail, openMail } from "./mail.ts";

const LETTER: Mail = {
  id: "7b4f5f0e-9f0e-4c55-9f52-0d4d2f4ab001",
  from: { name: "Jobcenter Prøve", address: "jobcenter@example.invalid" },
  to: "aase@example.invalid",
  subject: "Brev fra Jobcenter Prøve",
  text: "Der er et brev til dig. Æ, ø og å.",
  language: "da",
  enclosed: [{ filename: "indkaldelse.pdf", type: "application/pdf", content: Buffer.from("%PDF-1.7 prøve") }],
};

let server: TestMailServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function sentTo(url: string, mail: Mail = LETTER) {
  const post = openMail({ url });
  const came = await post.send(mail);
  post.close();
  return came;
}

describe("mail, against a real SMTP server", () => {
  it("arrives with its letters, what is enclosed, and a name it can be known again by", async () => {
    server = await startMailServer();
    expect(await sentTo(server.url)).toEqual({ ok: true });
    const [mail] = server.taken;
    expect(mail).toMatchObject({
      messageId: `<${LETTER.id}@example.invalid>`,
      subject: LETTER.subject,
      text: expect.stringContaining("Æ, ø og å."),
    });
    expect(mail?.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
      ["indkaldelse.pdf", "%PDF-1.7 prøve"],
    ]);
  });

  it("logs in with a password that holds odd signs, and says when it is not let in", async () => {
    server = await startMailServer({ password: "p@ss:/ø" });
    expect(await sentTo(server.url)).toEqual({ ok: true });
    const wrong = server.url.replace(/:[^:@]+@/, ":wrong@");
    expect(await sentTo(wrong)).toEqual({ ok: false, code: "not_let_in", isPassing: false });
  });

  it("tells a refused address from one that is refused for now, in codes without the address", async () => {
    server = await startMailServer();
    server.answer = () => 550;
    expect(await sentTo(server.url)).toEqual({ ok: false, code: "address_refused", isPassing: false });
    server.answer = () => 450;
    expect(await sentTo(server.url)).toEqual({ ok: false, code: "address_refused", isPassing: true });
    expect(server.taken).toEqual([]);
  });

  it("is tried again when nobody answers", async () => {
    const gone = await startMailServer();
    await gone.close();
    expect(await sentTo(gone.url)).toEqual({ ok: false, code: "unreachable", isPassing: true });
  });

  it("says nothing to a server elsewhere that does not seal the connection", async () => {
    // Not one of the names of this machine that are trusted to be it.
    server = await startMailServer({ host: "127.0.0.2" });
    expect(await sentTo(server.url)).toEqual({ ok: false, code: "not_sealed", isPassing: false });
    expect(server.taken).toEqual([]);
  });
});
