import type { ReactElement } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";

/** Shown when the session or the plans cannot be read at all. */
export function StartProblem({ error, reset }: { readonly error: unknown; readonly reset: () => void }): ReactElement {
  return (
    <main className="page" id="content">
      <ProblemMessage
        error={error}
        again={() => {
          reset();
          window.location.reload();
        }}
      />
    </main>
  );
}
