import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenCourses, FormAnswer, RecordAnswer } from "../contract.ts";
import { courseTexts } from "./course-texts.ts";
import { RecordForm } from "./record-form.tsx";

/** As many of a kind as can be taken in at a glance. */
const FEW = 3;

type Props = {
  readonly citizen: string;
  readonly on: string;
  readonly form: FormAnswer;
  readonly mayWrite: boolean;
  readonly onDone: (courses: CitizenCourses, message: string) => void;
};

/** What is noted with one form, the newest first. */
export function RecordList({ form, ...rest }: Props): ReactElement | null {
  const { part: texts } = useTexts(courseTexts);
  const both = useBoth();
  const [isWhole, setWhole] = useState(false);
  if (form.records.length === 0) return null;
  const shown = isWhole ? form.records : form.records.slice(0, FEW);
  return (
    <div>
      <Heading level="3" size="xsmall">
        {both(form.label)}
      </Heading>
      <ul className="course-records">
        {shown.map((record) => (
          <Line key={`${record.id} ${record.version}`} form={form} record={record} {...rest} />
        ))}
      </ul>
      {form.records.length > shown.length && (
        <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => setWhole(true)}>
          {texts.more}
        </Button>
      )}
    </div>
  );
}

function Line({
  citizen,
  on,
  form,
  record,
  mayWrite,
  onDone,
}: Props & { readonly record: RecordAnswer }): ReactElement {
  const texts = useTexts(courseTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [isOpen, setOpen] = useState(false);
  const { id, version, from, to } = record;
  const gone = useMutation({
    mutationFn: () => post<CitizenCourses>(`/records/${form.fact}/${encodeURIComponent(id)}/gone`, { version }),
    onSuccess: (courses) => onDone(courses, texts.part.gone),
  });
  const day = (iso: string): string => formatDay(iso, language);
  const lasting =
    to === null
      ? fill(texts.part.since, { from: day(from) })
      : fill(texts.part.period, { from: day(from), to: day(to) });
  return (
    <li>
      <span className="quiet">{form.lasts ? lasting : day(from)}</span> {both(record.says)}
      {mayWrite && !isOpen && (
        <span className="course-tools no-print">
          <Button size="xsmall" variant="tertiary" onClick={() => setOpen(true)}>
            {form.lasts && to === null ? texts.form.changeOrEnd : texts.form.change}
          </Button>
          <Button size="xsmall" variant="tertiary" loading={gone.isPending} onClick={() => gone.mutate()}>
            {texts.form.takeBack}
          </Button>
        </span>
      )}
      {gone.error && <ProblemMessage error={gone.error} />}
      {isOpen && (
        <RecordForm
          citizen={citizen}
          on={on}
          form={form}
          changed={record}
          onDone={(courses) => onDone(courses, texts.part.saved)}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
