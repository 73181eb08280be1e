"use client";

import { cn } from "@diaphane/ui";
import type { PaletteEntry } from "./palette-entries.ts";

export interface PaletteListProps {
  id: string;
  label: string;
  entries: readonly PaletteEntry[];
  chosen: number;
  onChoose: (href: string) => void;
  empty: string;
}

/** The keyboard stays in the field above: these options are pointed at by `aria-activedescendant`. */
export function PaletteList({ id, label, entries, chosen, onChoose, empty }: PaletteListProps) {
  if (entries.length === 0) return <p className="px-2 py-1.5 text-sm text-muted-foreground">{empty}</p>;
  return (
    <div role="listbox" id={id} aria-label={label} className="-mx-2 flex max-h-72 flex-col overflow-y-auto">
      {entries.map((entry, index) => (
        <div
          key={entry.href}
          role="option"
          tabIndex={-1}
          id={`${id}-${index}`}
          aria-selected={index === chosen}
          className={cn(
            "cursor-pointer rounded-md px-2 py-2 text-left text-sm hover:bg-muted",
            index === chosen && "bg-accent text-accent-foreground",
          )}
          onClick={() => onChoose(entry.href)}
          onKeyDown={(event) => event.key === "Enter" && onChoose(entry.href)}
        >
          {entry.label}
        </div>
      ))}
    </div>
  );
}
