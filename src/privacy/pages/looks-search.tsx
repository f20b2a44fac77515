import { Button, Heading, Select, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { LooksPage } from "../contract.ts";
import type { LooksAsked } from "./looks-asked.ts";
import { LooksResult } from "./looks-result.tsx";
import { privacyTexts } from "./privacy-texts.ts";

const KINDS = { all: {}, looks: { change: false }, changes: { change: true } } as const;

/** Finds who has looked at a citizen. */
export function LooksSearch({ mayExport }: { readonly mayExport: boolean }): ReactElement {
  const { looks: texts } = useTexts(privacyTexts);
  const [citizen, setCitizen] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [kind, setKind] = useState<keyof typeof KINDS>("all");
  const [asked, setAsked] = useState<LooksAsked | null>(null);
  const find = useMutation({ mutationFn: (ask: LooksAsked) => post<LooksPage>("/log/looks", ask) });
  const ask = (next: LooksAsked): void => {
    setAsked(next);
    find.mutate(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (citizen.trim() === "") return;
    ask({ citizen: citizen.trim(), page: 0, ...(from && { from }), ...(to && { to }), ...KINDS[kind] });
  };
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <form className="privacy-form no-print" onSubmit={submit} autoComplete="off">
        <TextField
          size="small"
          label={texts.field}
          description={texts.help}
          value={citizen}
          onChange={(event) => setCitizen(event.target.value)}
        />
        <DayField label={texts.from} value={from} wrong={texts.badDay} onChange={setFrom} />
        <DayField label={texts.to} value={to} wrong={texts.badDay} onChange={setTo} />
        <Select
          size="small"
          label={texts.kind}
          value={kind}
          onChange={(event) => setKind(event.target.value as keyof typeof KINDS)}
        >
          <option value="all">{texts.all}</option>
          <option value="looks">{texts.onlyLooks}</option>
          <option value="changes">{texts.onlyChanges}</option>
        </Select>
        <Button size="small" type="submit" loading={find.isPending}>
          {texts.find}
        </Button>
      </form>
      {find.error && <ProblemMessage error={find.error} />}
      {find.data && asked && !find.error && (
        <LooksResult found={find.data} asked={asked} onAsk={ask} mayExport={mayExport} />
      )}
    </section>
  );
}
