import { Button, Heading, InlineMessage, Select, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { RetentionRow } from "../contract.ts";
import { privacyTexts } from "./privacy-texts.ts";

/** Confirms a deletion period with where it was read: from then on it is in force. */
export function ConfirmForm({ rows }: { readonly rows: readonly RetentionRow[] }): ReactElement {
  const { retention: texts } = useTexts(privacyTexts);
  const both = useBoth();
  const queries = useQueryClient();
  const [kle, setKle] = useState(rows[0]?.kle ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const row = rows.find((one) => one.kle === kle);
  const days = typed ?? String(row?.confirmed?.days ?? row?.days ?? "");
  const confirm = useMutation({
    mutationFn: () => post("/privacy/retention", { kle, days: Number(days), reason: reason.trim() }),
    onSuccess: async () => {
      setReason("");
      setTyped(null);
      await queries.invalidateQueries({ queryKey: ["privacy", "retention"] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== "") confirm.mutate();
  };
  return (
    <section className="part no-print">
      <Heading level="2" size="small">
        {texts.confirm}
      </Heading>
      <form className="privacy-form" onSubmit={submit}>
        <Select size="small" label={texts.subject} value={kle} onChange={(event) => setKle(event.target.value)}>
          {rows.map((one) => (
            <option key={one.kle} value={one.kle}>
              {`${one.kle} ${both(one.title)}`}
            </option>
          ))}
        </Select>
        <TextField
          size="small"
          label={texts.confirmDays}
          inputMode="numeric"
          value={days}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, ""))}
        />
        <TextField
          className="wide"
          size="small"
          label={texts.confirmReason}
          description={texts.confirmReasonHelp}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button size="small" type="submit" loading={confirm.isPending}>
          {texts.confirmSave}
        </Button>
      </form>
      <div role="status">{confirm.isSuccess && <InlineMessage status="success">{texts.confirmed}</InlineMessage>}</div>
      {confirm.error && <ProblemMessage error={confirm.error} />}
    </section>
  );
}
