"use client";

import { estimateModel } from "@diaphane/model/config";
import { useTranslations } from "next-intl";
import { type Control, useWatch } from "react-hook-form";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { estimateRun } from "../form/estimate-time.ts";
import type { DatasetOption, TrainingOptions } from "../form/training-options.ts";
import { type PretrainingValues, pretrainingConfigOf, pretrainingValues, sumOf } from "./pretraining-values.ts";

export interface PretrainingEstimateProps {
  control: Control<PretrainingValues>;
  datasets: readonly DatasetOption[];
  measured: TrainingOptions["measured"];
}

/** What the pre-training will cost; dashes until there is something to learn. */
export function PretrainingEstimate({ control, datasets, measured }: PretrainingEstimateProps) {
  const t = useTranslations("training.new");
  const figures = useFigures();
  const [size, epochs, exponent, erasedShare] = useWatch({
    control,
    name: ["size", "epochs", "exponent", "erasedShare"],
  });
  const asked = { versionIds: [], name: "", seed: 1, size, epochs, exponent, erasedShare };
  const isKnown = datasets.length > 0 && pretrainingValues.shape.epochs.safeParse(epochs).success;
  const config = isKnown ? pretrainingConfigOf(datasets, asked) : null;
  const images = sumOf(datasets, "trainCount");
  const counts = {
    trainCount: images,
    validationCount: sumOf(datasets, "validationCount"),
    testCount: sumOf(datasets, "testCount"),
  };
  const time = config && estimateRun(config, counts, measured);
  const facts = [
    {
      name: t("estimateTimeLabel"),
      value: time ? t("estimateTime", { time: figures.duration(time.seconds) }) : "–",
      note: time ? t("estimateSteps", { images: figures.count(images), epochs }) : null,
    },
    {
      name: t("estimateSizeLabel"),
      value: config ? figures.bytes(estimateModel(config.model).bundleSizeBytes.float32) : "–",
      note: null,
    },
  ];
  return (
    <section aria-labelledby="estimate-title" className="rounded-xl border border-border bg-card p-5 shadow-xs">
      <h2 id="estimate-title" className="text-base font-semibold">
        {t("estimateTitle")}
      </h2>
      <dl className="mt-3 grid grid-cols-2 gap-4 lg:grid-cols-1">
        {facts.map(({ name, value, note }) => (
          <div key={name}>
            <dt className="text-[0.8125rem] text-muted-foreground">{name}</dt>
            <dd className="tabular text-2xl font-semibold">{value}</dd>
            {note ? <dd className="tabular text-[0.8125rem] text-muted-foreground">{note}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
