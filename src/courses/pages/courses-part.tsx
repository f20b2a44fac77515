import { Button, Heading, InlineMessage } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenCourses, CourseAnswer } from "../contract.ts";
import { Ahead, Curve, Lines, Prompts } from "./course-standing.tsx";
import { courseTexts } from "./course-texts.ts";
import { coursesQuery } from "./queries.ts";
import { RecordForm } from "./record-form.tsx";
import { RecordList } from "./record-list.tsx";
import { phraseText } from "./shown-value.ts";
import "./courses.css";

/** A citizen's courses, each in a part of its own; nothing for somebody who has none. */
export function CoursesPart({ citizen }: { readonly citizen: string }): ReactElement | null {
  const { part: texts } = useTexts(courseTexts);
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(coursesQuery(citizen));
  if (error) return <ProblemMessage error={error} again={() => void refetch()} />;
  if (!data) return null;
  const done = (courses: CitizenCourses): void => {
    queries.setQueryData(coursesQuery(citizen).queryKey, courses);
    // Duties, the case and the timeline follow from what was noted.
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "courses" || queryKey[1] !== "citizen",
    });
  };
  if (data.isAside) return <p className="quiet">{texts.aside}</p>;
  return (
    <>
      {data.courses.map((course) => (
        <CourseSection key={course.kind} citizen={citizen} data={data} course={course} onDone={done} />
      ))}
    </>
  );
}

type SectionProps = {
  readonly citizen: string;
  readonly data: CitizenCourses;
  readonly course: CourseAnswer;
  readonly onDone: (courses: CitizenCourses) => void;
};

function CourseSection({ citizen, data, course, onDone }: SectionProps): ReactElement {
  const { part: texts } = useTexts(courseTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [open, setOpen] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const mayWrite = data.may.write && data.isOpen;
  const done = (courses: CitizenCourses, message: string): void => {
    setOpen(null);
    setTold(message);
    onDone(courses);
  };
  const form = course.forms.find(({ fact }) => fact === open);
  return (
    <section className="part course" id={`forloeb-${course.kind}`}>
      <Heading level="2" size="small">
        {both(course.label)}
      </Heading>
      <p>{phraseText(course.says, language)}</p>
      <Lines lines={course.lines} />
      <Prompts course={course} mayWrite={mayWrite} onOpen={setOpen} />
      {mayWrite && (
        <div className="course-tools no-print">
          {course.forms.map(({ fact, title }) => (
            <Button
              key={fact}
              size="small"
              variant="secondary"
              aria-expanded={open === fact}
              onClick={() => setOpen(open === fact ? null : fact)}
            >
              {both(title)}
            </Button>
          ))}
        </div>
      )}
      {!data.isOpen && <p className="quiet">{texts.closed}</p>}
      {form && mayWrite && (
        <RecordForm
          key={form.fact}
          citizen={citizen}
          on={data.on}
          form={form}
          changed={null}
          onDone={(courses) => done(courses, texts.saved)}
          onClose={() => setOpen(null)}
        />
      )}
      <div role="status">{told !== "" && <InlineMessage status="success">{told}</InlineMessage>}</div>
      <div className="course-columns">
        <Ahead course={course} />
        <Curve course={course} />
        {course.forms.map((one) => (
          <RecordList key={one.fact} citizen={citizen} on={data.on} form={one} mayWrite={mayWrite} onDone={done} />
        ))}
      </div>
    </section>
  );
}
