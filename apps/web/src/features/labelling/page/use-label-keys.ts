"use client";

import { useEffect, useRef } from "react";

export interface LabelKeys {
  /** What the key of a class, or of a question's value, does. */
  choices: ReadonlyMap<string, () => void>;
  done(): void;
  previous(): void;
  next(): void;
  undo(): void;
  redo(): void;
  note(): void;
  invert(): void;
  showKeys(): void;
  showGuidelines(): void;
}

/** The keys of the labelling page, wherever the focus is; within a text or a dialog they are the text's or the dialog's. */
export function useLabelKeys(keys: LabelKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input, textarea, select, [role=dialog]")) return;
      const action = actionOf(event, current.current);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: LabelKeys): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (key === "z") return event.shiftKey ? keys.redo : keys.undo;
    return key === "y" ? keys.redo : undefined;
  }
  const named: Record<string, () => void> = {
    arrowleft: keys.previous,
    backspace: keys.previous,
    arrowright: keys.next,
    "?": keys.showKeys,
    g: keys.showGuidelines,
    n: keys.note,
    i: keys.invert,
  };
  // On a button Enter presses it, as everywhere.
  if (key === "enter") {
    return event.target instanceof HTMLElement && event.target.closest("button, a") ? undefined : keys.done;
  }
  // A key that is held down would run through the images.
  if (event.repeat && !key.startsWith("arrow")) return undefined;
  return keys.choices.get(key) ?? named[key];
}
