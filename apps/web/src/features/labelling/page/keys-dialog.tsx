"use client";

import type { TaskClass, TaskQuestion } from "@diaphane/core/schemas";
import { Dialog } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { ChoiceKeys } from "../session/choice-keys.ts";

export interface KeysDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  keys: ChoiceKeys;
  classes: readonly TaskClass[];
  questions: readonly TaskQuestion[];
}

/** All keys of the page and what they do. */
export function KeysDialog({ open, onOpenChange, keys, classes, questions }: KeysDialogProps) {
  const t = useTranslations("labelling.keys");
  const common = useTranslations("common");
  const choices = [
    ...classes.map(({ name }, index) => ({ key: keys.classes[index], does: name })),
    ...questions.flatMap(({ name, values }, question) =>
      values.map((value, index) => ({ key: keys.values[question]?.[index], does: `${name}: ${value}` })),
    ),
  ].flatMap(({ key, does }) => (key === undefined ? [] : [{ key: key.toUpperCase(), does }]));
  const fixed = [
    { key: "Enter", does: t("done") },
    { key: "←", does: t("previous") },
    { key: "→", does: t("next") },
    { key: "Ctrl Z", does: t("undo") },
    { key: "Ctrl ⇧ Z", does: t("redo") },
    { key: "N", does: t("note") },
    { key: "I", does: t("invert") },
    { key: "G", does: t("guidelines") },
    { key: "?", does: t("title") },
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} closeLabel={common("close")}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        {[...choices, ...fixed].map(({ key, does }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-border bg-muted px-1.5 py-0.5 font-mono text-xs">{key}</kbd>
            </dt>
            <dd className="break-words">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
