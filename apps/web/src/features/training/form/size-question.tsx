"use client";

import { estimateModel, type SizeName, sizeNames } from "@diaphane/model/config";
import { Card, CardHeader, Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { type Effort, effortOf, efforts, epochsOf } from "./effort.ts";
import { defaultConfigFor, type FormValues } from "./form-values.ts";
import { SizeCard } from "./size-card.tsx";
import type { DatasetOption } from "./training-options.ts";

/** How large a model, and for how long. */
export function SizeQuestion({ dataset, onSize }: { dataset: DatasetOption; onSize: (size: SizeName) => void }) {
  const t = useTranslations("training.new");
  const { register, control, setValue } = useFormContext<FormValues>();
  const [size, epochs] = useWatch({ control, name: ["size", "settings.epochs"] });
  const defaultEpochs = defaultConfigFor(dataset, size).epochs;
  const effort = effortOf(epochs, defaultEpochs);
  const options: { value: Effort | "own"; label: string }[] = efforts.map((value) => ({ value, label: t(value) }));
  if (effort === null) options.push({ value: "own", label: t("own") });
  return (
    <Card>
      <CardHeader title={`3 · ${t("questionSize")}`} description={t("sizeHelp")} />
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">{t("size")}</legend>
        {sizeNames.map((name) => (
          <SizeCard
            key={name}
            size={name}
            estimate={estimateModel(defaultConfigFor(dataset, name).model)}
            {...register("size", { onChange: () => onSize(name) })}
          />
        ))}
      </fieldset>
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
