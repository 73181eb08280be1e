"use client";

import { estimateModel } from "@diaphane/model/config";
import { Badge, Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { estimateRun } from "./estimate-time.ts";
import { chosenConfig, type FormValues } from "./form-values.ts";
import { type Preset, presetNames, presetOf } from "./presets.ts";
import type { DatasetOption, TrainingOptions } from "./training-options.ts";

export interface PresetQuestionProps {
  dataset: DatasetOption;
  options: TrainingOptions;
  onChoose: (preset: Preset) => void;
}

/** A few whole ways to train, each with what it is for and what it costs on these images. */
export function PresetQuestion({ dataset, options, onChoose }: PresetQuestionProps) {
  const t = useTranslations("training.preset");
  const { control } = useFormContext<FormValues>();
  const [size, inputSize, tune, parentId, settings] = useWatch({
    control,
    name: ["size", "inputSize", "tune", "parentId", "settings"],
  });
  const parent = options.parents.find(({ versionId }) => versionId === parentId);
  const { seed } = settings;
  const presets = useMemo(
    () => presetNames.map((name) => ({ name, preset: presetOf(name, dataset, options.parents, seed) })),
    [dataset, options.parents, seed],
  );
  const chosen = JSON.stringify(chosenConfig(dataset, { size, inputSize, tune, settings }, parent));
  const isSame = (preset: Preset) => JSON.stringify(preset.config) === chosen;
  const isOwn = !presets.some(({ preset }) => preset && isSame(preset));
  return (
    <Card>
      <CardHeader title={`3 · ${t("title")}`} description={t("lead")} />
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">{t("title")}</legend>
        {presets.map(({ name, preset }) => (
          <label
            key={name}
            className="flex cursor-pointer flex-col gap-1.5 rounded-lg border border-border p-4 has-checked:border-primary has-checked:bg-accent/50 has-checked:ring-1 has-checked:ring-primary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring has-disabled:cursor-default"
          >
            <span className="flex items-center gap-2 font-semibold">
              <input
                type="radio"
                name="preset"
                className="size-4 accent-primary outline-hidden"
                checked={preset !== null && isSame(preset)}
                disabled={preset === null}
                onChange={() => preset && onChoose(preset)}
              />
              {t(`name.${name}`)}
            </span>
            <span className="text-sm text-muted-foreground">{t(`what.${name}`)}</span>
            {preset ? (
              <PresetCost preset={preset} dataset={dataset} measured={options.measured} />
            ) : (
              <span className="text-sm">{t(name === "pretrained" ? "noParent" : "noClasses")}</span>
            )}
          </label>
        ))}
      </fieldset>
      {isOwn ? (
        <p className="mt-3 text-sm">
          <Badge>{t("own")}</Badge> <span className="text-muted-foreground">{t("ownText")}</span>
        </p>
      ) : null}
    </Card>
  );
}

function PresetCost({
  preset,
  dataset,
  measured,
}: {
  preset: Preset;
  dataset: DatasetOption;
  measured: TrainingOptions["measured"];
}) {
  const t = useTranslations("training");
  const figures = useFigures();
  const { seconds } = estimateRun(preset.config, dataset, measured);
  const cost = [
    t(preset.config.patienceEpochs === undefined ? "new.estimateTime" : "preset.atMost", {
      time: figures.duration(seconds),
    }),
    t("preset.size", { size: figures.bytes(estimateModel(preset.config.model).bundleSizeBytes.float32) }),
    ...(preset.network.parent ? [preset.network.parent.name] : []),
  ];
  return <span className="tabular mt-auto text-[0.8125rem] break-words">{cost.join(" · ")}</span>;
}
