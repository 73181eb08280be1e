"use client";

import { useEffect } from "react";
import { writeLabLink } from "./state/lab-link.ts";
import type { LabState } from "./state/lab-state.ts";

const SETTLED_MILLISECONDS = 250;

/** Keeps the address in step with the lab, once things have settled: browsers refuse hundreds of changes in a row. */
export function useLabLink(state: LabState): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = labAddress(state);
      if (next !== window.location.href) window.history.replaceState(null, "", next);
    }, SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [state]);
}

/** The full address that restores `state`. */
export function labAddress(state: LabState): string {
  const address = new URL(window.location.href);
  address.search = writeLabLink(state);
  return address.href;
}
