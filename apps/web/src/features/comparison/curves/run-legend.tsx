"use client";

import { StrokeMark } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { ComparedRun } from "../compared-run.ts";

export interface RunLegendProps {
  runs: readonly ComparedRun[];
  hiddenIds: ReadonlySet<string>;
  onToggle: (runId: string) => void;
}

/** Which stroke is whose; a press hides a run's curves or shows them again. */
export function RunLegend({ runs, hiddenIds, onToggle }: RunLegendProps) {
  const t = useTranslations("comparison");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-2">
      {runs.map(({ run, label, colour, dashes }) => {
        const isShown = !hiddenIds.has(run.id);
        return (
          <li key={run.id} className="min-w-0 max-w-full">
            <button
              type="button"
              aria-pressed={isShown}
              onClick={() => onToggle(run.id)}
              className="flex max-w-full cursor-pointer items-center gap-2 rounded-lg border border-border bg-card px-3 py-1.5 text-left text-sm hover:bg-accent aria-[pressed=false]:border-dashed aria-[pressed=false]:text-muted-foreground aria-[pressed=false]:line-through any-pointer-coarse:py-2.5"
            >
              <StrokeMark colour={colour} dashes={dashes} />
              <span className="min-w-0 break-words">{label}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
