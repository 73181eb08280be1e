"use client";

import { Checkbox } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useRunSelection } from "./use-run-selection.ts";

/** Chooses a run for the comparison; `name` says which to those who don't see the row. */
export function CompareCheckbox({ runId, name }: { runId: string; name: string }) {
  const t = useTranslations("comparison.select");
  const { ids, isFull, toggle } = useRunSelection();
  const isChosen = ids.includes(runId);
  return (
    <Checkbox
      checked={isChosen}
      disabled={isFull && !isChosen}
      onCheckedChange={() => toggle(runId)}
      label={<span className="sr-only">{t("choose", { name })}</span>}
    />
  );
}
