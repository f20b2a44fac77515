import { Button, InlineMessage } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatWeekday } from "../../platform/texts/format.ts";
import { ApiError, getFile } from "../../platform/ui/api.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { EachDone } from "../contract.ts";
import type { Meeting, MeetingChanged, MeetingPage as Page } from "../meeting-contract.ts";
import { AttendanceForm } from "./attendance-form.tsx";
import { CallOffForm } from "./call-off-form.tsx";
import { EachAnswer } from "./each-answer.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { MeetingPeople } from "./meeting-people.tsx";
import { meetingQuery } from "./meeting-queries.ts";
import { meetingTexts } from "./meeting-texts.ts";
import { PickAndSignUp } from "./pick-and-sign-up.tsx";
import "./contact.css";

type Props = { readonly meeting: string; readonly mayExport: boolean };

/** One group meeting: what, where and when, who is signed up, and what can be done with it. */
export function MeetingPage({ meeting, mayExport }: Props): ReactElement {
  const { page: texts, list } = useTexts(meetingTexts);
  const { data, error, refetch } = useQuery(meetingQuery(meeting));
  const isGone = error instanceof ApiError && error.problem.status === 404;
  return (
    <main className="page" id="content">
      <p className="no-print">
        <AppLink to="/moeder">{texts.back}</AppLink>
      </p>
      {!data && (
        <PageHeading title={list.title} size="medium">
          {list.title}
        </PageHeading>
      )}
      {isGone && <p>{texts.gone}</p>}
      {error && !isGone && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && <OpenMeeting data={data} mayExport={mayExport} />}
    </main>
  );
}

type Doing = "change" | "callOff" | "attendance" | "signUp";

function OpenMeeting({ data, mayExport }: { readonly data: Page; readonly mayExport: boolean }): ReactElement {
  const { page: texts } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [told, setTold] = useState("");
  const [answer, setAnswer] = useState<EachDone | null>(null);
  const { meeting } = data;
  const changes = useChangeTexts();
  const close = (): void => setDoing(null);
  const changed = (done: MeetingChanged, isOff: boolean): void => {
    close();
    setTold(changes(done, isOff));
  };
  const at = { day: formatDay(meeting.day, language), weekday: formatWeekday(meeting.day, language) };
  const heading = fill(texts.heading, { kind: both(meeting.kindLabel), subject: meeting.subject });
  return (
    <>
      <PageHeading title={meeting.subject} size="medium">
        {heading.charAt(0).toLocaleUpperCase(language) + heading.slice(1)}
        <span className="quiet">
          {` ${at.weekday} ${at.day} ${timeText(meeting.starts)}-${timeText(meeting.starts + meeting.minutes)}`}
        </span>
      </PageHeading>
      <About meeting={meeting} />
      {data.may.write && !meeting.isMine && <p className="quiet">{texts.notYours}</p>}
      <div role="status">{told !== "" && <InlineMessage status="success">{told}</InlineMessage>}</div>
      {answer && <EachAnswer answer={answer} onClose={() => setAnswer(null)} />}
      {data.may.write && doing === null && <Actions data={data} onDo={setDoing} />}
      {doing === "change" && (
        <MeetingForm choices={data.choices} changed={meeting} onDone={(done) => changed(done, false)} onClose={close} />
      )}
      {doing === "callOff" && <CallOffForm meeting={meeting} onDone={(done) => changed(done, true)} onClose={close} />}
      {doing === "signUp" && <PickAndSignUp meeting={meeting} onClose={close} />}
      {doing === "attendance" && (
        <AttendanceForm
          data={data}
          onDone={(each) => {
            close();
            setAnswer(each);
          }}
          onClose={close}
        />
      )}
      {doing !== "attendance" && <MeetingPeople data={data} />}
      {data.people.length > 0 && (
        <div className="contact-actions no-print">
          <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
            {texts.print}
          </Button>
          {mayExport && (
            <FileMenu
              label={texts.file}
              help={texts.fileHelp}
              size="small"
              fetchAs={(format) => getFile(`/meetings/${meeting.id}/file`, { format, language })}
            />
          )}
        </div>
      )}
    </>
  );
}

/** What came of a change for all, in words. */
function useChangeTexts(): (done: MeetingChanged, isOff: boolean) => string {
  const { page: texts } = useTexts(meetingTexts);
  const { language } = useLanguage();
  return ({ people, letters, clashing, restricted }, isOff) => {
    const said = (count: number, forms: typeof texts.changed): string =>
      fill(countForm(language, count, forms), { count, letters });
    return [
      said(people, isOff ? texts.calledOff : texts.changed),
      ...(clashing > 0 ? [said(clashing, texts.clashing)] : []),
      ...(restricted > 0 ? [said(restricted, texts.restrictedLeft)] : []),
    ].join(" ");
  };
}

function Actions({ data, onDo }: { readonly data: Page; readonly onDo: (doing: Doing) => void }): ReactElement {
  const { page: texts } = useTexts(meetingTexts);
  const { meeting, hasBegun, people } = data;
  const isOpen = meeting.state === "planned";
  const isToNote = hasBegun && people.some(({ state }) => state === "booked");
  const can: Record<Doing, boolean> = {
    signUp: isOpen && !hasBegun && meeting.taken < meeting.room,
    attendance: meeting.isMine && meeting.state !== "cancelled" && isToNote,
    change: meeting.isMine && isOpen && !hasBegun,
    callOff: meeting.isMine && isOpen,
  };
  const order: readonly Doing[] = ["attendance", "signUp", "change", "callOff"];
  return (
    <div className="contact-actions no-print">
      {order
        .filter((doing) => can[doing])
        .map((doing, at) => (
          <Button key={doing} size="small" variant={at === 0 ? "secondary" : "tertiary"} onClick={() => onDo(doing)}>
            {texts[doing]}
          </Button>
        ))}
    </div>
  );
}

function About({ meeting }: { readonly meeting: Meeting }): ReactElement {
  const { page: texts, list, states } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const left = meeting.room - meeting.taken;
  const free = left === 0 ? texts.full : fill(countForm(language, left, texts.left), { count: left });
  const rows = [
    [list.head.state, states[meeting.state]],
    [texts.places, `${fill(list.places, { taken: meeting.taken, room: meeting.room })} · ${free}`],
    [texts.where, meeting.place || texts.own],
    [texts.form, both(meeting.formLabel)],
    [texts.language, both(meeting.languageLabel)],
    [texts.heldBy, meeting.staffName ?? meeting.staff],
    [texts.duty, meeting.isDuty ? texts.dutyYes : texts.dutyNo],
  ] as const;
  return (
    <>
      {meeting.state === "cancelled" && <p>{fill(texts.off, { reason: meeting.reason })}</p>}
      <dl className="meeting-about">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
