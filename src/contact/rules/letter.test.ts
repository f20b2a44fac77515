import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CONDITIONS,
  channelFor,
  type LetterState,
  type LetterStep,
  letterOnChange,
  minutesUntilNextTry,
  PLACES,
  type Place,
  STEPS,
  stateAfter,
  writeLetter,
} from "./letter.ts";

const values = Object.fromEntries(PLACES.map((name) => [name, `<${name}>`])) as Record<Place, string>;

describe("a letter from its template", () => {
  const template = {
    subject: "indkaldelse: {kind}",
    text: [
      { when: [], says: "Den {day} kl. {from}." },
      { when: ["duty", "phone"] as const, says: "Ring på {phone}." },
      { when: ["voluntary"] as const, says: "Frivilligt." },
    ],
  };

  it("has the paragraphs whose conditions all hold, with the values in their places", () => {
    expect(writeLetter(template, values, new Set(["duty", "phone"]))).toEqual({
      subject: "Indkaldelse: <kind>",
      paragraphs: ["Den <day> kl. <from>.", "Ring på <phone>."],
    });
    expect(writeLetter(template, values, new Set(["duty"])).paragraphs).toEqual(["Den <day> kl. <from>."]);
  });

  it("takes what people typed as it stands: braces in a purpose fill nothing", () => {
    const purpose = { subject: "{purpose}", text: [{ when: [], says: "Vi taler om {purpose}" }] };
    const written = writeLetter(purpose, { ...values, purpose: "{phone} & <b>" }, new Set(CONDITIONS));
    expect(written.paragraphs).toEqual(["Vi taler om {phone} & <b>"]);
  });
});

describe("how a letter goes", () => {
  const reach = { hasOutbox: true, hasCpr: true, hasMailServer: true, mail: "a@example.invalid", isProtected: false };

  it("goes by Digital Post when it can, else by mail, else on paper", () => {
    expect(channelFor(reach)).toBe("digital_post");
    expect(channelFor({ ...reach, hasCpr: false })).toBe("mail");
    expect(channelFor({ ...reach, hasOutbox: false, mail: null })).toBe("print");
  });

  it("never goes by mail to somebody protected (PRI-UI)", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (hasOutbox, hasCpr, hasMailServer) => {
        expect(channelFor({ ...reach, hasOutbox, hasCpr, hasMailServer, isProtected: true })).not.toBe("mail");
      }),
    );
  });

  it("is tried again with growing pauses, and given up", () => {
    expect([1, 2, 3, 4, 5, 6].map(minutesUntilNextTry)).toEqual([1, 5, 15, 60, 240, null]);
  });
});

describe("what can be done with a letter", () => {
  it("never leaves somebody's hands but by a step: a failed letter is tried again, printed or dealt with", () => {
    expect(STEPS.failed).toEqual(["again", "print", "dealt_with"]);
    expect(stateAfter("failed", "again")).toBe("waiting");
    expect(stateAfter("failed", "print")).toBe("to_print");
    expect(stateAfter("to_print", "printed")).toBe("printed");
  });

  it("is not taken back or sent again once it went", () => {
    for (const state of ["sending", "sent", "printed", "withdrawn", "dealt_with"] satisfies LetterState[])
      for (const step of ["withdraw", "print", "again", "printed", "dealt_with"] satisfies LetterStep[])
        expect(stateAfter(state, step)).toBeNull();
  });
});

describe("the letter due when an appointment changes", () => {
  it("is a new invitation while nobody was told, and a change when they were", () => {
    expect(letterOnChange("moved", [])).toBe("invitation");
    expect(letterOnChange("moved", [{ template: "invitation", state: "withdrawn" }])).toBe("invitation");
    expect(letterOnChange("moved", [{ template: "invitation", state: "sent" }])).toBe("moved");
  });

  it("calls off only what somebody was told of", () => {
    expect(letterOnChange("cancelled", [{ template: "invitation", state: "withdrawn" }])).toBeNull();
    expect(letterOnChange("cancelled", [{ template: "invitation", state: "printed" }])).toBe("cancelled");
  });
});
