import { MagnifyingGlassIcon } from "@navikt/aksel-icons";
import { Button, Dialog } from "@navikt/ds-react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useMemo, useState } from "react";
import { useCitizenFinds } from "../../citizens/web.tsx";
import { useKeys } from "../../platform/ui/use-keys.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { FINDER_FIELD, FinderBox } from "./finder-box.tsx";
import { type Find, useFinds } from "./use-finds.ts";
import { useReader } from "./use-reader.ts";
import { useViewOfAddress } from "./use-view-of-address.ts";

/** Finds a goal, a page or, for those who may, a citizen from anywhere: Ctrl K. */
export function Finder({ plan }: { readonly plan: string | null }): ReactElement {
  const { find: texts } = useTexts(appTexts);
  const [isOpen, setOpen] = useState(false);
  const keys = useMemo(
    () => ({
      "ctrl+k": (event: KeyboardEvent) => {
        event.preventDefault();
        setOpen(true);
      },
    }),
    [],
  );
  useKeys(keys);
  return (
    <>
      <Button
        className="no-print"
        size="small"
        variant="tertiary"
        data-color="neutral"
        icon={<MagnifyingGlassIcon aria-hidden />}
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K"
      >
        {texts.button}
        <kbd className="key-hint">{texts.keys}</kbd>
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} size="small">
        <Dialog.Popup className="finder" initialFocusTo={() => document.getElementById(FINDER_FIELD)}>
          <Dialog.Header>
            <Dialog.Title>{texts.title}</Dialog.Title>
          </Dialog.Header>
          <Dialog.Body>
            <OpenFinder plan={plan} onClose={() => setOpen(false)} />
          </Dialog.Body>
        </Dialog.Popup>
      </Dialog>
    </>
  );
}

function OpenFinder({ plan, onClose }: { readonly plan: string | null; readonly onClose: () => void }): ReactElement {
  const { may } = useReader();
  const finds = useFinds(plan, may);
  const [text, setText] = useState("");
  const citizens = useCitizenFinds(text, may.includes("citizen.list"));
  const view = useViewOfAddress();
  const navigate = useNavigate();
  const open = ({ to, params }: Find): void => {
    onClose();
    void navigate({ to, params, search: params.citizen === undefined ? view : {} });
  };
  const people = citizens.map(
    ({ id, label }): Find => ({
      id,
      kind: "citizen",
      label,
      to: "/borgere/$citizen",
      params: { citizen: id },
    }),
  );
  return <FinderBox finds={finds} people={people} text={text} onText={setText} onOpen={open} />;
}
