import { Button, Heading, InlineMessage } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { patch, post } from "../../platform/ui/api.ts";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import type { CitizenPlans, Plan, PlanKind } from "../contract.ts";
import { GoalFields } from "./goal-fields.tsx";
import { MergePlans } from "./merge-plans.tsx";
import { type Draft, EMPTY, readDraft } from "./plan-values.ts";
import { usePlanWords } from "./plan-words.ts";
import { plansQuery } from "./queries.ts";
import { type FieldsProps, SectionFields } from "./section-fields.tsx";
import { Choice, Words } from "./small-fields.tsx";
import { StepFields } from "./step-fields.tsx";

type Props = {
  readonly data: CitizenPlans;
  readonly kind: PlanKind;
  /** The plan that is changed; a new one is begun without. */
  readonly plan: Plan | null;
  readonly onDone: (plan: Plan) => void;
  readonly onClose: () => void;
};

/** What is written stays in this browser until it is saved, whatever happens. */
function usePlanDraft({ data, kind, plan }: Props) {
  const kept = useDraft(`springbraet.draft.plan.${plan?.id ?? `${data.citizen}.${kind.code}`}`);
  const [wasKept] = useState(kept.text !== "");
  const content = plan?.content ?? EMPTY;
  const draft = readDraft(kept.text) ?? { version: plan?.version ?? null, base: content, content, reason: "" };
  const write = (next: Draft): void => kept.write(JSON.stringify(next));
  const drop = (): void => kept.write("");
  return { draft, write, drop, isKept: wasKept && kept.text !== "" };
}

/** Saves a plan. When somebody else was there before, theirs is read to choose from. */
function useSaving({ data, kind, plan, onDone }: Props, drop: () => void) {
  const queries = useQueryClient();
  const [theirs, setTheirs] = useState<Plan | null>(null);
  const save = useMutation({
    mutationFn: ({ version, reason, content }: Draft) =>
      plan
        ? patch<Plan>(`/citizen-plans/${plan.id}`, { version, reason, content })
        : post<Plan>(`/citizens/${encodeURIComponent(data.citizen)}/plans`, { kind: kind.code, content }),
    onSuccess: (saved) => {
      drop();
      onDone(saved);
    },
    onError: async (error) => {
      if (!conflictOf(error)) return;
      const now = await queries.fetchQuery({ ...plansQuery(data.citizen), staleTime: 0 });
      setTheirs(now.plans.find(({ id }) => id === plan?.id) ?? null);
    },
  });
  const send = (draft: Draft): void => {
    setTheirs(null);
    save.mutate(draft);
  };
  return { save, send, theirs };
}

/** Begins a plan, or changes one. */
export function PlanForm(props: Props): ReactElement {
  const { data, kind, plan, onClose } = props;
  const words = usePlanWords(data);
  const { form: texts } = words.texts;
  const { draft, write, drop, isKept } = usePlanDraft(props);
  const { save, send, theirs } = useSaving(props, drop);
  const wrong = useFieldProblem(save.error, "/body");
  const fields: FieldsProps = {
    content: draft.content,
    onChange: (content) => write({ ...draft, content }),
    words,
    wrong: (place) => wrong(`content/${place}`),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(draft);
  };
  const title = plan ? texts.title : fill(texts.newTitle, { kind: words.both(kind.label) });
  return (
    <form className="plan-form" onSubmit={submit} noValidate aria-label={title}>
      <Heading level="2" size="small">
        {title}
      </Heading>
      {isKept && <Kept onDrop={drop} />}
      {wrong("kind") && <InlineMessage status="error">{wrong("kind")}</InlineMessage>}
      <FirstFields {...fields} data={data} plan={plan} />
      {kind.sections.map((section) => (
        <SectionFields key={section.code} {...fields} section={section} />
      ))}
      <GoalFields {...fields} />
      <StepFields {...fields} stepKinds={data.stepKinds} />
      {plan && (
        <div className="plan-fields">
          <Words
            label={texts.reason}
            help={texts.reasonHelp}
            value={draft.reason}
            error={wrong("reason")}
            onChange={(reason) => write({ ...draft, reason })}
          />
        </div>
      )}
      <FormEnd
        isNew={plan === null}
        busy={save.isPending}
        error={conflictOf(save.error) ? null : save.error}
        onClose={onClose}
      />
      {theirs && (
        <MergePlans
          kind={kind}
          words={words}
          draft={draft}
          theirs={theirs}
          busy={save.isPending}
          onSave={(next) => {
            write(next);
            send(next);
          }}
          onDrop={() => {
            drop();
            onClose();
          }}
        />
      )}
    </form>
  );
}

function Kept({ onDrop }: { readonly onDrop: () => void }): ReactElement {
  const { form: texts } = usePlanWords({ kinds: [], stepKinds: [], plans: [] }).texts;
  return (
    <div className="plan-actions">
      <InlineMessage status="info">{texts.kept}</InlineMessage>
      <Button size="xsmall" type="button" variant="tertiary" onClick={onDrop}>
        {texts.discard}
      </Button>
    </div>
  );
}

type FirstProps = FieldsProps & { readonly data: CitizenPlans; readonly plan: Plan | null };

/** What every plan begins with: the direction, how the citizen sees it, and the plan it is a part of. */
function FirstFields({ content, onChange, words, wrong, data, plan }: FirstProps): ReactElement {
  const { texts, kind } = words;
  const others = data.plans.filter(({ id, state }) => id !== plan?.id && (state !== "ended" || id === content.partOf));
  return (
    <div className="plan-fields">
      <Words
        label={texts.parts.direction}
        help={texts.form.directionHelp}
        rows={3}
        value={content.direction}
        error={wrong("direction")}
        onChange={(direction) => onChange({ ...content, direction })}
      />
      <Words
        label={texts.parts.citizenView}
        help={texts.form.viewHelp}
        rows={3}
        value={content.citizenView}
        error={wrong("citizenView")}
        onChange={(citizenView) => onChange({ ...content, citizenView })}
      />
      {others.length > 0 && (
        <Choice
          label={texts.parts.partOf}
          value={content.partOf ?? ""}
          error={wrong("partOf")}
          none={texts.form.partOfNone}
          options={others.map((one) => ({ code: one.id, name: kind(one.kind) }))}
          onChange={(id) => onChange({ ...content, partOf: id === "" ? null : id })}
        />
      )}
    </div>
  );
}

type EndProps = {
  readonly isNew: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
};

function FormEnd({ isNew, busy, error, onClose }: EndProps): ReactElement {
  const { texts } = usePlanWords({ kinds: [], stepKinds: [], plans: [] });
  return (
    <>
      <div role="status">{isOfFields(error) && <InlineMessage status="error">{texts.form.faulty}</InlineMessage>}</div>
      {Boolean(error) && !isOfFields(error) && <ProblemMessage error={error} />}
      <div className="plan-actions">
        <Button size="small" type="submit" loading={busy}>
          {isNew ? texts.form.saveNew : texts.form.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={onClose}>
          {texts.actions.cancel}
        </Button>
      </div>
    </>
  );
}
