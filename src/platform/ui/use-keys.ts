import { useEffect } from "react";

/** Keys and what they do. Modifiers are left to the browser unless the key is written `ctrl+k`; all in lower case. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Listens for keys anywhere on the page, but leaves single letters alone while somebody writes. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey && !event.defaultPrevented) actFor(event, keys)?.(event);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [keys]);
}

/** Moves the focus to the next (1) or previous (-1) of the elements; to the first when none of them has it. */
export function walkFocus(items: readonly HTMLElement[], step: 1 | -1): void {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? items[0] : items[Math.min(Math.max(at + step, 0), items.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function actFor(event: KeyboardEvent, keys: Keys): Keys[string] | undefined {
  if (event.ctrlKey || event.metaKey) return keys[`ctrl+${event.key.toLowerCase()}`];
  return isWriting(event.target) || isInOverlay(event.target) ? undefined : keys[event.key.toLowerCase()];
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog, [role=dialog]") !== null;
}
