import { Button, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchFile, BatchRow, BatchView } from "../contract.ts";
import { importTexts } from "./import-texts.ts";

type Kind = "set_aside" | "accepted";

type Props = {
  readonly view: BatchView;
  readonly file: BatchFile;
  /** The rows that are chosen. */
  readonly rows: readonly BatchRow[];
  readonly onDone: () => void;
};

/** Sets the chosen rows aside with a reason, or takes them all the same when they break soft rules only. */
export function AsideForm({ view, file, rows, onDone }: Props): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [isEmpty, setEmpty] = useState(false);
  const act = useMutation({
    mutationFn: (kind: Kind) =>
      post(`/imports/${view.id}/set-aside`, {
        file: file.file,
        lines: rows.map(({ line }) => line),
        kind,
        reason: reason.trim(),
      }),
    onSuccess: async () => {
      setReason("");
      await queries.invalidateQueries({ queryKey: ["import", view.id] });
      onDone();
    },
  });
  if (rows.length === 0) return <p className="quiet no-print">{texts.choose}</p>;
  const isSoft = rows.every(
    ({ problems }) => problems.length > 0 && problems.every(({ wayOut }) => wayOut === "accept"),
  );
  const submit = (kind: Kind): void => {
    setEmpty(reason.trim() === "");
    if (reason.trim() !== "") act.mutate(kind);
  };
  return (
    <div className="aside-form no-print">
      <p role="status">{fill(countForm(language, rows.length, texts.chosen), { count: rows.length })}</p>
      <TextField
        size="small"
        label={texts.why}
        value={reason}
        maxLength={1000}
        error={isEmpty && reason.trim() === "" ? texts.whyEmpty : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button size="small" variant="secondary" loading={act.isPending} onClick={() => submit("set_aside")}>
        {texts.aside}
      </Button>
      {isSoft && (
        <Button size="small" variant="secondary" loading={act.isPending} onClick={() => submit("accepted")}>
          {texts.accept}
        </Button>
      )}
      {act.error && <ProblemMessage error={act.error} />}
    </div>
  );
}
