import { Button, Heading, InlineMessage, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { useProblemText } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { SnapshotInfo } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";
import { snapshotsQuery } from "./queries.ts";

/** Takes a snapshot: a name and the day it counts as of. */
export function SnapshotForm({ asOf: firstDay }: { readonly asOf: string }): ReactElement {
  const { snapshots: texts, view } = useTexts(planTexts);
  const queries = useQueryClient();
  const name = useDraft("springbraet.draft.snapshot");
  const [asOf, setAsOf] = useState(firstDay);
  const [isEmpty, setEmpty] = useState(false);
  const make = useMutation({
    mutationFn: () => post<SnapshotInfo>("/snapshots", { name: name.text.trim(), asOf }),
    onSuccess: async () => {
      name.write("");
      await queries.invalidateQueries({ queryKey: snapshotsQuery.queryKey });
    },
  });
  const refusal = useProblemText(make.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(name.text.trim() === "");
    if (name.text.trim() !== "") make.mutate();
  };
  const wrong = isEmpty && name.text.trim() === "" ? texts.nameEmpty : null;
  return (
    <section className="part no-print">
      <Heading level="2" size="small">
        {texts.create}
      </Heading>
      <form className="snapshot-form" onSubmit={submit}>
        <TextField
          size="small"
          label={texts.name}
          description={texts.nameHelp}
          value={name.text}
          onChange={(event) => name.write(event.target.value)}
          error={wrong ?? (make.error ? refusal : undefined)}
        />
        <DayField label={texts.asOf} value={asOf} wrong={view.badDay} required onChange={setAsOf} />
        <Button size="small" type="submit" loading={make.isPending}>
          {texts.make}
        </Button>
      </form>
      <div role="status">
        {make.data && <InlineMessage status="success">{fill(texts.made, { name: make.data.name })}</InlineMessage>}
      </div>
    </section>
  );
}
