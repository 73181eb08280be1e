"use client";

import { estimateModel } from "@diaphane/model/config";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { assumedGflops, estimateRun } from "./estimate-time.ts";
import { chosenConfig, defaultConfigFor, type FormValues } from "./form-values.ts";
import type { DatasetOption, TrainingOptions } from "./training-options.ts";
import { trainingSettings } from "./training-settings.ts";

/** What the training will cost, before it is started, and what that figure rests on. */
export function EstimatePanel({ dataset, options }: { dataset: DatasetOption; options: TrainingOptions }) {
  const t = useTranslations("training.new");
  const figures = useFigures();
  const { control } = useFormContext<FormValues>();
  const [size, inputSize, tune, parentId, settings] = useWatch({
    control,
    name: ["size", "inputSize", "tune", "parentId", "settings"],
  });
  const parent = options.parents.find(({ versionId }) => versionId === parentId);
  // While a field holds something impossible the estimate stays with the defaults.
  const config = trainingSettings.safeParse(settings).success
    ? chosenConfig(dataset, { size, inputSize, tune, settings }, parent)
    : defaultConfigFor(dataset, { size, inputSize, tune, parent });
  const { epochs } = config;
  const model = estimateModel(config.model);
  const time = estimateRun(config, dataset, options.measured);
  const speed = (dataset.trainCount * epochs) / time.seconds;
  const basis = {
    sameModel: () => t("basisSameModel", { speed: figures.figure(speed), engine: time.engine ?? "" }),
    otherModel: () => t("basisOtherModel", { engine: time.engine ?? "" }),
    assumed: () => t("basisAssumed", { gflops: assumedGflops }),
  }[time.basis];
  return (
    <section aria-labelledby="estimate-title" className="rounded-xl border border-border bg-card p-5 shadow-xs">
      <h2 id="estimate-title" className="text-base font-semibold">
        {t("estimateTitle")}
      </h2>
      <dl className="mt-3 grid grid-cols-2 gap-4 lg:grid-cols-1">
        <div>
          <dt className="text-[0.8125rem] text-muted-foreground">{t("estimateTimeLabel")}</dt>
          <dd className="tabular text-2xl font-semibold">
            {t("estimateTime", { time: figures.duration(time.seconds) })}
          </dd>
          <dd className="tabular text-[0.8125rem] text-muted-foreground">
            {t("estimateSteps", { images: figures.count(dataset.trainCount), epochs })}
          </dd>
        </div>
        <div>
          <dt className="text-[0.8125rem] text-muted-foreground">{t("estimateSizeLabel")}</dt>
          <dd className="tabular text-2xl font-semibold">{figures.bytes(model.bundleSizeBytes.float32)}</dd>
          <dd className="tabular text-[0.8125rem] text-muted-foreground">
            {figures.compact(model.parameterCount)} {t("parameters")}
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-[0.8125rem] leading-snug text-muted-foreground">{basis()}</p>
    </section>
  );
}
