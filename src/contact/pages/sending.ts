import type { FormEvent } from "react";

/** Sends a form by ourselves instead of by the browser. */
export function sending(send: () => void): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault();
    send();
  };
}
