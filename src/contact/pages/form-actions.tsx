import { Button } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { contactTexts } from "./contact-texts.ts";

type Props = { readonly save: string; readonly busy: boolean; readonly onClose: () => void };

/** The end of a form: save it, or close it. */
export function FormActions({ save, busy, onClose }: Props): ReactElement {
  const { form: texts } = useTexts(contactTexts);
  return (
    <div className="contact-actions">
      <Button size="small" type="submit" loading={busy}>
        {save}
      </Button>
      <Button size="small" type="button" variant="tertiary" onClick={onClose}>
        {texts.cancel}
      </Button>
    </div>
  );
}
