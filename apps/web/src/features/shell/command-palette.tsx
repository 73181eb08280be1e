"use client";

import { Button, Dialog, Input } from "@diaphane/ui";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { type PaletteGroup, usePaletteEntries } from "./palette-entries.ts";
import { PaletteList } from "./palette-list.tsx";

export interface CommandPaletteProps {
  groups: readonly PaletteGroup[];
  isSignedIn: boolean;
}

/** Ctrl/⌘ K, some letters, Enter: any page without the mouse. */
export function CommandPalette({ groups, isSignedIn }: CommandPaletteProps) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const router = useRouter();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const entries = usePaletteEntries(groups, isSignedIn, query);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const go = (href: string | undefined) => {
    if (!href) return;
    setOpen(false);
    setQuery("");
    router.push(href);
  };
  const move = (by: number) => setChosen((at) => Math.max(0, Math.min(entries.length - 1, at + by)));

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      closeLabel={common("close")}
      title={t("palette")}
      className="top-24 translate-y-0"
      trigger={
        <Button variant="ghost" size="icon" aria-label={t("paletteOpen")} aria-keyshortcuts="Control+K Meta+K">
          <Search aria-hidden />
        </Button>
      }
    >
      <Input
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[chosen] ? `${listId}-${chosen}` : undefined}
        aria-label={t("paletteHint")}
        placeholder={t("paletteHint")}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") move(1);
          else if (event.key === "ArrowUp") move(-1);
          else if (event.key === "Enter") go(entries[chosen]?.href);
          else return;
          event.preventDefault();
        }}
      />
      <PaletteList
        id={listId}
        label={t("palette")}
        entries={entries}
        chosen={chosen}
        onChoose={go}
        empty={t("paletteEmpty")}
      />
    </Dialog>
  );
}
