"use client";

import { estimateModel, inputSizesOf, type SizeName, sizeNames } from "@diaphane/model/config";
import { Card, CardHeader, Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { type Effort, effortOf, efforts, epochsOf } from "./effort.ts";
import { defaultConfigFor, type FormValues } from "./form-values.ts";
import { SizeCard } from "./size-card.tsx";
import type { DatasetOption } from "./training-options.ts";

export interface SizeQuestionProps {
  dataset: DatasetOption;
  onSize: (size: SizeName) => void;
  /** Called when the form has the new image size. */
  onInputSize: () => void;
}

/** How large a model, on images of what size, and for how long. */
export function SizeQuestion({ dataset, onSize, onInputSize }: SizeQuestionProps) {
  const t = useTranslations("training.new");
  const { register, control, setValue } = useFormContext<FormValues>();
  const [size, inputSize, epochs] = useWatch({ control, name: ["size", "inputSize", "settings.epochs"] });
  const defaultEpochs = defaultConfigFor(dataset, { size, inputSize }).epochs;
  const inputSizes = inputSizesOf(size).toSorted((a, b) => a - b);
  const effort = effortOf(epochs, defaultEpochs);
  const options: { value: Effort | "own"; label: string }[] = efforts.map((value) => ({ value, label: t(value) }));
  if (effort === null) options.push({ value: "own", label: t("own") });
  return (
    <Card>
      <CardHeader title={t("questionSize")} description={t("sizeHelp")} />
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">{t("size")}</legend>
        {sizeNames.map((name) => (
          <SizeCard
            key={name}
            size={name}
            estimate={estimateModel(defaultConfigFor(dataset, { size: name }).model)}
            {...register("size", { onChange: () => onSize(name) })}
          />
        ))}
      </fieldset>
      <div className="mt-5 flex flex-col gap-1.5">
        <span className="text-sm font-medium">{t("inputSize")}</span>
        <Segmented
          aria-label={t("inputSize")}
          options={inputSizes.map((side) => ({ value: `${side}`, label: `${side} × ${side}` }))}
          value={`${inputSize}`}
          onValueChange={(value) => {
            const chosen = inputSizes.find((side) => `${side}` === value);
            if (chosen === undefined) return;
            setValue("inputSize", chosen, { shouldDirty: true });
            onInputSize();
          }}
        />
        <p className="text-[0.8125rem] text-muted-foreground">{t("inputSizeHelp")}</p>
      </div>
      <div className="mt-5 flex flex-col gap-1.5">
        <span className="text-sm font-medium">{t("effort")}</span>
        <Segmented
          aria-label={t("effort")}
          options={options}
          value={effort ?? "own"}
          onValueChange={(value) => {
            if (value === "own") return;
            setValue("settings.epochs", epochsOf(value, defaultEpochs), { shouldDirty: true, shouldValidate: true });
          }}
        />
        <p className="text-[0.8125rem] text-muted-foreground">{t("effortHelp")}</p>
      </div>
    </Card>
  );
}
