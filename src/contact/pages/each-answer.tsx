import { Button, InlineMessage } from "@navikt/ds-react";
import { type ReactElement, useEffect, useRef } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { EachDone } from "../contract.ts";
import { meetingTexts } from "./meeting-texts.ts";
import "./contact.css";

type Props = {
  readonly answer: EachDone;
  /** Takes back what was done, where that can be had. */
  readonly onUndo?: (() => void) | undefined;
  /** Is it the answer to taking something back? */
  readonly isUndone?: boolean;
  readonly busy?: boolean;
  readonly onClose: () => void;
};

/** What came of something that was asked for many: how many are done, and for each of the others why not and what to do. Takes the focus, for it is what one waits for. */
export function EachAnswer({ answer, onUndo, isUndone = false, busy = false, onClose }: Props): ReactElement {
  const { each: texts, page } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const refused = answer.people.filter(({ isDone }) => !isDone);
  const counted = (count: number, forms: typeof texts.done): string =>
    fill(countForm(language, count, forms), { count });
  return (
    <section className="each-answer" ref={box} tabIndex={-1} role="status">
      <InlineMessage status={answer.done > 0 ? "success" : "warning"}>
        {answer.done > 0 ? counted(answer.done, isUndone ? texts.undone : texts.done) : texts.nothing}
      </InlineMessage>
      {refused.length > 0 && (
        <>
          <p>{counted(refused.length, texts.refused)}</p>
          <ul className="contact-list">
            {refused.map((one) => (
              <li key={one.citizen} className="contact-line">
                <strong>
                  {one.name ??
                    (one.isProtected ? fill(page.protected, { id: one.citizen }) : one.citizen || texts.unknown)}
                </strong>{" "}
                {one.why && both(one.why)}{" "}
                {one.instead && (
                  <AppLink to="/moeder/$meeting" params={{ meeting: one.instead }}>
                    {texts.seeMeeting}
                  </AppLink>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="contact-actions no-print">
        {onUndo && answer.done > 0 && (
          <Button size="xsmall" variant="secondary" loading={busy} onClick={onUndo}>
            {texts.undo}
          </Button>
        )}
        <Button size="xsmall" variant="tertiary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </section>
  );
}
