import { Button } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { EachAnswer } from "../../contact/web.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { dutyTexts } from "./duty-texts.ts";
import type { useMany } from "./use-many.ts";

type AnswerProps = { readonly deed: ReturnType<typeof useMany>; readonly onClose: () => void };

/** What came of it for each, and taking it back. */
export function ManyAnswer({ deed, onClose }: AnswerProps): ReactElement | null {
  const { answer, undo, mayUndo } = deed;
  if (!answer) return null;
  return (
    <EachAnswer
      key={String(mayUndo)}
      answer={answer}
      isUndone={!mayUndo}
      onUndo={mayUndo ? () => undo.mutate() : undefined}
      busy={undo.isPending}
      onClose={onClose}
    />
  );
}

type ButtonProps = { readonly save: string; readonly busy: boolean; readonly onClose: () => void };

/** The end of a form for many: do it, or close it. */
export function ManyButtons({ save, busy, onClose }: ButtonProps): ReactElement {
  const { reminder: texts } = useTexts(dutyTexts);
  return (
    <div className="reminder-tools">
      <Button size="small" type="submit" loading={busy}>
        {save}
      </Button>
      <Button size="small" type="button" variant="tertiary" onClick={onClose}>
        {texts.close}
      </Button>
    </div>
  );
}
