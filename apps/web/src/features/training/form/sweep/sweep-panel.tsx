"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { type FormValues, formValues } from "../form-values.ts";
import type { DatasetOption, TrainingOptions } from "../training-options.ts";
import { sweepConfigs } from "./sweep-configs.ts";
import { estimateSweep } from "./sweep-estimate.ts";

/** What the whole sweep will cost, before it is started; dashes while a field holds something impossible. */
export function SweepPanel({ dataset, options }: { dataset: DatasetOption; options: TrainingOptions }) {
  const t = useTranslations("sweeps.form");
  const training = useTranslations("training.new");
  const figures = useFigures();
  const { control, formState } = useFormContext<FormValues>();
  const [size, inputSize, settings, sweep] = useWatch({ control, name: ["size", "inputSize", "settings", "sweep"] });
  const known = formValues.shape.settings.safeParse(settings).success;
  const values = { size, inputSize, settings, sweep };
  const configs = known ? sweepConfigs(dataset, values, formState.dirtyFields.settings ?? {}) : [];
  const total = estimateSweep({ configs, seeds: sweep.seeds.length, dataset, measured: options.measured });
  const isEmpty = total.runs === 0;
  const facts = [
    { name: t("runs"), value: isEmpty ? "–" : figures.count(total.runs), note: t("runsNote") },
    {
      name: t("totalTime"),
      value: isEmpty ? "–" : training("estimateTime", { time: figures.duration(total.seconds) }),
      note: t("totalTimeNote"),
    },
    { name: t("totalSize"), value: isEmpty ? "–" : figures.bytes(total.sizeBytes), note: t("totalSizeNote") },
  ];
  return (
    <section aria-labelledby="estimate-title" className="rounded-xl border border-border bg-card p-5 shadow-xs">
      <h2 id="estimate-title" className="text-base font-semibold">
        {training("estimateTitle")}
      </h2>
      <dl className="mt-3 grid gap-4 sm:grid-cols-3 lg:grid-cols-1">
        {facts.map(({ name, value, note }) => (
          <div key={name}>
            <dt className="text-[0.8125rem] text-muted-foreground">{name}</dt>
            <dd className="tabular text-2xl font-semibold">{value}</dd>
            <dd className="text-[0.8125rem] text-muted-foreground">{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
