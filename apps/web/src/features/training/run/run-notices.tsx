"use client";

import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { useClock } from "./use-clock.ts";
import { isOver, type Run } from "./use-run-progress.ts";

const longQueueMs = 60_000;
/** A trainer gives a sign of life far more often than this. */
const silenceMs = 120_000;

/** What the reader should know while waiting: nothing is wrong, or something may be. */
export function RunNotices({ run }: { run: Run }) {
  const t = useTranslations("training.run");
  const figures = useFigures();
  const now = useClock(5000);
  if (isOver(run)) return null;
  const age = (since: Date | null) => (now && since ? now.getTime() - since.getTime() : 0);
  if (run.status === "QUEUED") {
    return (
      <p className="text-sm text-muted-foreground">
        {t("queuedHint")} {age(run.createdAt) > longQueueMs ? t("queuedLong") : null}
      </p>
    );
  }
  if (run.heartbeatAt && age(run.heartbeatAt) > silenceMs) {
    const time = new Intl.DateTimeFormat(figures.locale, { timeStyle: "short" }).format(run.heartbeatAt);
    return <p className="text-sm text-warning">{t("stalled", { time })}</p>;
  }
  return <p className="text-sm text-muted-foreground">{t("keepsGoing")}</p>;
}
