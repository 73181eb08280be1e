"use client";

import { Progress } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { RunProgress } from "../progress/run-progress.ts";

/** How far the run is, in sight all the time and read out only at each quarter. */
export function RunProgressBar({ progress }: { progress: RunProgress }) {
  const t = useTranslations("training.run");
  const figures = useFigures();
  const { step, totalSteps, totalEpochs, epoch, secondsLeft } = progress;
  const share = totalSteps ? Math.min(1, step / totalSteps) : null;
  const isScoring = share === 1;
  const left = secondsLeft === null ? t("timeLeftUnknown") : t("timeLeft", { time: figures.duration(secondsLeft) });
  const detail = isScoring ? t("finishing") : left;
  // A live region that changed twice a second would talk without a pause.
  const quarter = share === null ? 0 : Math.floor(share * 4);
  return (
    <div>
      <Progress
        value={share}
        label={
          totalEpochs === null
            ? t("progressLabel")
            : t("epochOf", { epoch: Math.min(epoch, totalEpochs), total: totalEpochs })
        }
        detail={share === null ? left : `${figures.share(Math.floor(share * 100) / 100)} · ${detail}`}
      />
      <p role="status" className="sr-only">
        {quarter > 0 ? t("progressSpoken", { percent: figures.share(quarter / 4) }) : ""}
      </p>
    </div>
  );
}
