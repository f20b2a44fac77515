import { Button } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView } from "../contract.ts";
import { type BatchDeed, permissionFor } from "../rules/batch-states.ts";
import { sumOf } from "./first-line.ts";
import { importTexts } from "./import-texts.ts";

type Deed = "run" | "check" | "cancel" | "give-up" | "undo";

const ALLOWED_AS: Readonly<Record<Deed, BatchDeed>> = {
  run: "run",
  check: "check",
  cancel: "cancel",
  "give-up": "giveUp",
  undo: "undo",
};

/** What can be done with the import as it stands now. */
export function BatchDeeds({ view, may }: { readonly view: BatchView; readonly may: readonly string[] }): ReactElement {
  const { deeds: texts } = useTexts(importTexts);
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (deed: Deed) => post(`/imports/${view.id}/${deed}`, deed === "run" ? { version: view.version } : {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ["import", view.id] }),
  });
  const can = (deed: Deed): boolean =>
    view.deeds.includes(ALLOWED_AS[deed]) && may.includes(permissionFor(ALLOWED_AS[deed]));
  const taking = view.files.filter(({ leftOut }) => !leftOut);
  const isReady = taking.length > 0 && sumOf(taking).rejected === 0;
  const button = (deed: Deed, label: string, variant: "primary" | "secondary" | "tertiary"): ReactElement | false =>
    can(deed) && (
      <Button
        size="small"
        variant={variant}
        loading={act.isPending && act.variables === deed}
        onClick={() => act.mutate(deed)}
      >
        {label}
      </Button>
    );
  return (
    <section className="import-deeds no-print" aria-label={texts.title}>
      {isReady && button("run", texts.run, "primary")}
      {button("check", texts.check, view.state === "mapped" ? "primary" : "secondary")}
      {view.progress.cancelling ? <p role="status">{texts.cancelling}</p> : button("cancel", texts.cancel, "secondary")}
      {button("give-up", texts.giveUp, "tertiary")}
      {button("undo", texts.undo, "secondary")}
      {can("undo") && <p className="quiet">{texts.undoExplain}</p>}
      {act.error && <ProblemMessage error={act.error} />}
    </section>
  );
}
