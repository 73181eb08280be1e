"use client";

import { Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { EpochReading, RunProgress, StepReading } from "@/features/training/progress/run-progress.ts";
import { LinesCard } from "@/features/training/run/lines-card.tsx";
import type { ComparedRun } from "../compared-run.ts";
import { type Along, epochPoints, type Point, stepPoints } from "./curve-lines.ts";
import { RunLegend } from "./run-legend.tsx";
import { timeUnit } from "./time-unit.ts";

type Read = (progress: RunProgress, along: Along) => Point[];
const ofStep =
  (reading: StepReading): Read =>
  (progress, along) =>
    stepPoints(progress, reading, along);
const ofEpoch =
  (reading: EpochReading): Read =>
  (progress, along) =>
    epochPoints(progress, reading, along);

const charts = [
  { name: "auc", read: ofEpoch("auc") },
  { name: "psnr", read: ofEpoch("psnr"), yLabel: "dB" },
  { name: "total", read: ofStep("total") },
  { name: "reconstruction", read: ofStep("reconstruction") },
  { name: "kl", read: ofStep("kl"), yLabel: "nats" },
  { name: "classification", read: ofStep("classification") },
] as const satisfies readonly { name: string; read: Read; yLabel?: string }[];

/** The runs' curves over one another on shared axes. */
export function ComparedCurves({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useTranslations("comparison");
  const reading = useTranslations("training.reading");
  const [along, setAlong] = useState<Along>("step");
  const [hiddenIds, setHiddenIds] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => runs.filter(({ run }) => !hiddenIds.has(run.id)), [runs, hiddenIds]);
  const { unit, secondsEach } = timeUnit(shown.map(lastSecond));
  const scale = along === "step" ? 1 : secondsEach;
  const drawn = useMemo(
    () =>
      charts.map((chart) => ({
        ...chart,
        lines: shown.map(({ run, label, colour, dashes, progress }) => {
          const points = progress ? chart.read(progress, along) : [];
          const scaled = scale === 1 ? points : points.map(({ x, y }) => ({ x: x / scale, y }));
          return { key: run.id, name: label, colour, dashes, points: scaled };
        }),
      })),
    [shown, along, scale],
  );
  function toggle(runId: string): void {
    setHiddenIds(
      (hidden) => new Set(hidden.has(runId) ? [...hidden].filter((id) => id !== runId) : [...hidden, runId]),
    );
  }
  return (
    <section aria-labelledby="curves-title" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="curves-title" className="text-lg font-semibold">
          {t("curves")}
        </h2>
        <Segmented
          aria-label={t("along")}
          options={[
            { value: "step", label: t("alongStep") },
            { value: "time", label: t("alongTime") },
          ]}
          value={along}
          onValueChange={setAlong}
        />
      </div>
      <RunLegend runs={runs} hiddenIds={hiddenIds} onToggle={toggle} />
      <div className="grid gap-5 lg:grid-cols-2">
        {drawn.map(({ name, read: _read, ...chart }) => (
          <LinesCard
            key={name}
            title={t(`chart.${name}`)}
            description={t(`chart.${name}Help`)}
            xLabel={along === "step" ? reading("step") : t(`time.${unit}`)}
            {...chart}
          />
        ))}
      </div>
    </section>
  );
}

/** How long the run has been going, in seconds. */
function lastSecond({ progress }: ComparedRun): number {
  return progress ? (stepPoints(progress, "total", "time").at(-1)?.x ?? 0) : 0;
}
