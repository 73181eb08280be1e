"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { ReconstructionStrip } from "@/features/training/run/reconstruction-strip.tsx";
import type { ComparedRun } from "./compared-run.ts";
import { RunName } from "./run-name.tsx";

/** The newest strip of each run under one another. */
export function ComparedReconstructions({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useTranslations("comparison");
  const training = useTranslations("training.run");
  return (
    <Card className="min-w-0">
      <CardHeader title={training("reconstructions")} description={t("reconstructionsHelp")} />
      <ul className="flex flex-col gap-5">
        {runs.map((run) => {
          const frame = run.progress?.frames.findLast(({ reconstructions }) => reconstructions !== null);
          const drawn = frame?.reconstructions;
          return (
            <li key={run.run.id} className="flex min-w-0 flex-col gap-1.5 text-sm">
              <RunName run={run} />
              {frame && drawn ? (
                <ReconstructionStrip
                  src={`/api/runs/${run.run.id}/reconstructions/${drawn.sha256}`}
                  count={drawn.count}
                  alt={`${run.label}: ${training("reconstructionsAlt", { count: drawn.count, epoch: frame.epoch })}`}
                />
              ) : (
                <p className="text-muted-foreground">{training("reconstructionsNone")}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
