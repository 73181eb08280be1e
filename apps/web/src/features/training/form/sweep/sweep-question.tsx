"use client";

import { sizeNames } from "@diaphane/model/config";
import { Card, CardHeader, Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { FormValues } from "../form-values.ts";
import { useFieldError } from "../use-field-error.ts";
import { ChipSet } from "./chip-set.tsx";
import { offered, type SweepList, sweepObstacle, toggleNumber } from "./sweep-choice.ts";

const bounds = {
  seeds: { min: 0, max: 2_147_483_647, step: 1 },
  capacity: { min: 0, max: 1000, step: "any" },
  beta: { min: 0, max: 10_000, step: "any" },
} as const;

/** One training, or many at once: every size with every seed and every capacity or β. */
export function SweepQuestion() {
  const t = useTranslations("sweeps.form");
  const sizeText = useTranslations("training.new");
  const field = useTranslations("training.field");
  const figures = useFigures();
  const errorText = useFieldError();
  const { control, setValue } = useFormContext<FormValues>();
  const [sweep, divergence] = useWatch({ control, name: ["sweep", "settings.divergence"] });
  const obstacle = sweepObstacle(sweep, divergence);
  const change = (changed: Partial<FormValues["sweep"]>) => {
    setValue("sweep", { ...sweep, ...changed }, { shouldDirty: true, shouldValidate: true });
  };
  const numbers = (list: SweepList) => ({
    chips: [...new Set([...offered[list], ...sweep[list]])]
      .sort((a, b) => a - b)
      .map((value) => ({ value, label: figures.position(value) })),
    chosen: sweep[list],
    onToggle: (value: number) => change({ [list]: toggleNumber(sweep[list], value) }),
    adding: {
      label: t("own"),
      button: t("add"),
      ...bounds[list],
      onAdd: (value: number) => {
        if (!sweep[list].includes(value)) change({ [list]: toggleNumber(sweep[list], value) });
      },
    },
  });
  return (
    <Card>
      <CardHeader title={t("title")} description={t(sweep.isOn ? "leadSweep" : "leadOne")} />
      <div className="flex flex-col gap-5">
        <Segmented
          aria-label={t("title")}
          options={[
            { value: "one", label: t("one") },
            { value: "sweep", label: t("sweep") },
          ]}
          value={sweep.isOn ? "sweep" : "one"}
          onValueChange={(kind) => change({ isOn: kind === "sweep" })}
        />
        {sweep.isOn ? (
          <>
            <ChipSet
              legend={sizeText("size")}
              help={t("sizesHelp")}
              chips={sizeNames.map((value) => ({ value, label: value }))}
              chosen={sweep.sizes}
              onToggle={(size) =>
                change({
                  sizes: sizeNames.filter((name) => (name === size) !== sweep.sizes.includes(name)),
                })
              }
            />
            <ChipSet legend={t("seeds")} help={t("seedsHelp")} {...numbers("seeds")} />
            <ChipSet
              legend={field(`${divergence}.label`)}
              help={field(`${divergence}.help`)}
              {...numbers(divergence)}
            />
            <p role="status" className={obstacle === null ? "text-sm font-medium" : "text-sm text-danger"}>
              {obstacle === null
                ? t("count", { sizes: sweep.sizes.length, seeds: sweep.seeds.length, values: sweep[divergence].length })
                : errorText(obstacle)}
            </p>
          </>
        ) : null}
      </div>
    </Card>
  );
}
