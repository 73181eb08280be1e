"use client";

import type { ReactNode } from "react";

/** A small switch beside a picture's name. */
export function ToggleChip({ isOn, onToggle, children }: { isOn: boolean; onToggle: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className="rounded-full border border-border px-2.5 py-0.5 text-xs text-muted-foreground transition-colors duration-100 hover:text-foreground aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-primary-foreground any-pointer-coarse:py-1.5"
    >
      {children}
    </button>
  );
}
