"use client";

import { comparedRuns } from "@diaphane/core/schemas";
import { Button } from "@diaphane/ui";
import { GitCompareArrows } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { canCompare, compareHref } from "../run-ids.ts";
import { useRunSelection } from "./use-run-selection.ts";

/** How many runs are chosen and the way to their comparison; stays in sight while one chooses. */
export function CompareBar({ group }: { group: string }) {
  const t = useTranslations("comparison.select");
  const { ids, isFull, clear } = useRunSelection();
  return (
    <div
      className={
        ids.length === 0
          ? "sr-only"
          : "sticky bottom-4 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-border bg-popover p-3 text-sm text-popover-foreground shadow-lg"
      }
    >
      <p role="status" className="min-w-0 flex-1">
        {ids.length > 0 ? t("chosen", { count: ids.length }) : null} {ids.length === 1 ? t("oneMore") : null}
        {isFull ? t("full", { most: comparedRuns.most }) : null}
      </p>
      {ids.length > 0 ? (
        <Button variant="ghost" size="small" onClick={clear}>
          {t("clear")}
        </Button>
      ) : null}
      {canCompare(ids) ? (
        <Button size="small" render={<Link href={compareHref(group, ids)} />}>
          <GitCompareArrows aria-hidden />
          {t("compare")}
        </Button>
      ) : null}
    </div>
  );
}
