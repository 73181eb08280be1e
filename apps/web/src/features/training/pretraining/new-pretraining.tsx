"use client";

import { estimateModel, sizeNames } from "@diaphane/model/config";
import { Button, Card, CardHeader, Checkbox, Field, Input } from "@diaphane/ui";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { SizeCard } from "../form/size-card.tsx";
import type { TrainingOptions } from "../form/training-options.ts";
import { useFieldError } from "../form/use-field-error.ts";
import { PretrainingEstimate } from "./pretraining-estimate.tsx";
import {
  defaultPretraining,
  type PretrainingValues,
  pretrainingConfigOf,
  pretrainingValues,
} from "./pretraining-values.ts";

const numbers = ["epochs", "exponent", "erasedShare", "seed"] as const;

/** One model of several data sets at once, for others to start from. */
export function NewPretraining({ group, options }: { group: string; options: TrainingOptions }) {
  const t = useTranslations("training.pretraining");
  const form = useTranslations("training.new");
  const trpc = useTRPC();
  const router = useRouter();
  const figures = useFigures();
  const errorText = useFieldError();
  const { control, register, handleSubmit, setValue, formState } = useForm<PretrainingValues>({
    resolver: zodResolver(pretrainingValues),
    defaultValues: { versionIds: [], size: "small", name: t("nameDefault"), ...startOf([], "small"), seed: 1 },
  });
  const start = useMutation(
    trpc.run.startPretraining.mutationOptions({
      onSuccess: ({ id }) => router.push(`/g/${group}/models/runs/${id}`),
    }),
  );
  const [versionIds, size] = useWatch({ control, name: ["versionIds", "size"] });
  const chosen = options.datasets.filter(({ versionId }) => versionIds.includes(versionId));

  /** More images want fewer rounds: what the reader has not typed follows the sets. */
  function adopt(ids: readonly string[], next: PretrainingValues["size"]): void {
    const datasets = options.datasets.filter(({ versionId }) => ids.includes(versionId));
    if (!formState.dirtyFields.epochs) setValue("epochs", startOf(datasets, next).epochs);
  }
  function toggle(versionId: string, isOn: boolean): void {
    const ids = isOn ? [...versionIds, versionId] : versionIds.filter((id) => id !== versionId);
    setValue("versionIds", ids, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    adopt(ids, size);
  }
  function submit(values: PretrainingValues): void {
    const config = pretrainingConfigOf(chosen, values);
    const datasetVersionIds = chosen.map(({ versionId }) => versionId);
    start.mutate({ group, datasetVersionIds, modelName: values.name, config, seed: values.seed });
  }
  const isStarting = start.isPending || start.isSuccess;
  return (
    <form noValidate onSubmit={handleSubmit(submit)} className="grid items-start gap-6 lg:grid-cols-[1fr_18rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card>
          <CardHeader title={`1 · ${t("sets")}`} description={t("setsHelp")} />
          <fieldset className="flex flex-col gap-3">
            <legend className="sr-only">{t("sets")}</legend>
            {options.datasets.map(({ versionId, name, number, trainCount, labelledCount, channels }) => (
              <Checkbox
                key={versionId}
                checked={versionIds.includes(versionId)}
                onCheckedChange={(isOn) => toggle(versionId, isOn)}
                label={form("datasetOption", { name, version: number })}
                help={t("setFacts", {
                  images: figures.count(trainCount),
                  labelled: figures.count(labelledCount),
                  channels,
                })}
              />
            ))}
          </fieldset>
          <p role="alert" className="mt-2 text-sm text-danger">
            {errorText(formState.errors.versionIds?.message)}
          </p>
        </Card>
        <Card>
          <CardHeader title={`2 · ${t("size")}`} description={t("sizeHelp")} />
          <fieldset className="grid gap-3 sm:grid-cols-2">
            <legend className="sr-only">{t("size")}</legend>
            {sizeNames.map((name) => (
              <SizeCard
                key={name}
                size={name}
                estimate={estimateModel(defaultPretraining(chosen, name).model)}
                {...register("size", { onChange: () => adopt(versionIds, name) })}
              />
            ))}
          </fieldset>
        </Card>
        <Card>
          <CardHeader title={`3 · ${t("how")}`} />
          <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
            <Field
              className="sm:col-span-2"
              label={form("name")}
              help={t("nameHelp")}
              error={errorText(formState.errors.name?.message)}
            >
              {(attributes) => <Input {...attributes} autoComplete="off" {...register("name")} />}
            </Field>
            {numbers.map((name) => (
              <Field
                key={name}
                label={t(`field.${name}.label`)}
                help={t(`field.${name}.help`)}
                error={errorText(formState.errors[name]?.message)}
              >
                {(attributes) => (
                  <Input
                    {...attributes}
                    type="number"
                    inputMode="decimal"
                    step="any"
                    {...register(name, { valueAsNumber: true })}
                  />
                )}
              </Field>
            ))}
          </div>
        </Card>
      </div>
      <div className="flex flex-col gap-4 lg:sticky lg:top-20">
        <PretrainingEstimate control={control} datasets={chosen} measured={options.measured} />
        {start.error ? <ApiError error={start.error} /> : null}
        <Button type="submit" size="large" isBusy={isStarting}>
          {isStarting ? form("starting") : t("start")}
        </Button>
      </div>
    </form>
  );
}

function startOf(datasets: TrainingOptions["datasets"], size: PretrainingValues["size"]) {
  const { epochs, setSampling, erasing } = defaultPretraining(datasets, size);
  return {
    epochs,
    exponent: setSampling?.exponent ?? 1,
    erasedShare: erasing.kind === "patches" ? erasing.ratio : 0,
  };
}
