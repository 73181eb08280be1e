"use client";

import { Button, Input } from "@diaphane/ui";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DraftClass } from "./task-draft.ts";

export interface ClassRowsProps {
  classes: readonly DraftClass[];
  onChange(classes: readonly DraftClass[]): void;
}

/** The classes in the order of their keys, each with a sentence for whoever labels. */
export function ClassRows({ classes, onChange }: ClassRowsProps) {
  const t = useTranslations("labelling.form");
  const set = (id: number, part: Partial<DraftClass>) => {
    onChange(classes.map((one) => (one.id === id ? { ...one, ...part } : one)));
  };
  const next = Math.max(-1, ...classes.map(({ id }) => id)) + 1;
  return (
    <div className="flex flex-col gap-2">
      {classes.map(({ id, name, description }, index) => (
        <div key={id} className="flex items-center gap-2 max-sm:flex-wrap">
          <Input
            aria-label={t("className", { number: index + 1 })}
            placeholder={t("className", { number: index + 1 })}
            value={name}
            maxLength={100}
            className="sm:w-56"
            onChange={(event) => set(id, { name: event.target.value })}
          />
          <Input
            aria-label={t("classDescription", { number: index + 1 })}
            placeholder={t("classDescriptionHint")}
            value={description}
            maxLength={500}
            className="min-w-0 flex-1"
            onChange={(event) => set(id, { description: event.target.value })}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("removeClass", { number: index + 1 })}
            onClick={() => onChange(classes.filter((one) => one.id !== id))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        size="small"
        className="self-start"
        onClick={() => onChange([...classes, { id: next, name: "", description: "" }])}
      >
        <Plus aria-hidden />
        {t("addClass")}
      </Button>
    </div>
  );
}
