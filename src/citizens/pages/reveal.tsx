import { Button, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { useProblemText } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { RevealAsk, Revealed } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";

type Props = {
  readonly citizen: string;
  readonly what: RevealAsk["what"];
  readonly label: string;
  readonly onShow: (revealed: Revealed) => void;
};

const SHORTEST = 5;

/** Asks why before something is unfolded. */
export function Reveal({ citizen, what, label, onShow }: Props): ReactElement {
  const { reveal: texts } = useTexts(citizenTexts);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [isShort, setShort] = useState(false);
  const show = useMutation({
    mutationFn: () =>
      post<Revealed>(`/citizens/${encodeURIComponent(citizen)}/reveal`, { what, reason: reason.trim() }),
    onSuccess: onShow,
  });
  const refusal = useProblemText(show.error);
  if (!isOpen) {
    return (
      <p>
        <Button size="xsmall" variant="secondary" onClick={() => setOpen(true)}>
          {label}
        </Button>
      </p>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const short = reason.trim().length < SHORTEST;
    setShort(short);
    if (!short) show.mutate();
  };
  return (
    <form className="citizen-reveal" onSubmit={submit}>
      <TextField
        size="small"
        label={texts.reason}
        description={texts.reasonHelp}
        value={reason}
        autoComplete="off"
        autoFocus
        onChange={(event) => setReason(event.target.value)}
        error={isShort ? texts.short : show.error ? refusal : undefined}
      />
      <Button size="small" type="submit" loading={show.isPending}>
        {texts.show}
      </Button>
      <Button size="small" type="button" variant="tertiary" onClick={() => setOpen(false)}>
        {texts.drop}
      </Button>
    </form>
  );
}
