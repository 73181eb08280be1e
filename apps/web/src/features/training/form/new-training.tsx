"use client";

import { inputSizesOf, type SizeName } from "@diaphane/model/config";
import { Button } from "@diaphane/ui";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { AllSettings } from "./all-settings.tsx";
import { DataQuestion, TaskQuestion } from "./data-question.tsx";
import { EstimatePanel } from "./estimate-panel.tsx";
import {
  chosenConfig,
  defaultConfigFor,
  type FormValues,
  formValues,
  type NetworkChoice,
  obstacleOf,
  suggestedName,
} from "./form-values.ts";
import { NameQuestion } from "./name-question.tsx";
import { fittingParents } from "./parent-option.ts";
import { ParentQuestion } from "./parent-question.tsx";
import { PresetQuestion } from "./preset-question.tsx";
import type { Preset } from "./presets.ts";
import { settingsOf } from "./settings-of.ts";
import { SizeQuestion } from "./size-question.tsx";
import { sweepConfigs } from "./sweep/sweep-configs.ts";
import { SweepPanel } from "./sweep/sweep-panel.tsx";
import { SweepQuestion } from "./sweep/sweep-question.tsx";
import type { DatasetOption, TrainingOptions } from "./training-options.ts";
import { type SettingName, settingsForOtherData } from "./training-settings.ts";

export interface NewTrainingProps {
  group: string;
  options: TrainingOptions;
  initial: { dataset: DatasetOption; values: FormValues };
}

/** Three questions, everything else folded, and the cost in sight before the start. */
export function NewTraining({ group, options, initial }: NewTrainingProps) {
  const t = useTranslations("training.new");
  const sweep = useTranslations("sweeps.form");
  const trpc = useTRPC();
  const router = useRouter();
  const [dataset, setDataset] = useState(initial.dataset);
  const form = useForm<FormValues>({
    resolver: zodResolver(formValues),
    defaultValues: initial.values,
  });
  const start = useMutation(
    trpc.run.start.mutationOptions({ onSuccess: ({ id }) => router.push(`/g/${group}/models/runs/${id}`) }),
  );

  const startSweep = useMutation(
    trpc.sweep.start.mutationOptions({ onSuccess: ({ id }) => router.push(`/g/${group}/models/sweeps/${id}`) }),
  );
  const [isSweep, parentId] = useWatch({ control: form.control, name: ["sweep.isOn", "parentId"] });
  const started = isSweep ? startSweep : start;
  const isStarting = started.isPending || started.isSuccess;

  /** New defaults for what the reader has not set; what they typed stays. */
  function adopt(next: DatasetOption, network: NetworkChoice): void {
    const defaults = settingsOf(defaultConfigFor(next, network), form.getValues("settings.seed"));
    const touched = form.formState.dirtyFields;
    for (const name of Object.keys(defaults).filter(isSettingName)) {
      if (!touched.settings?.[name]) form.setValue(`settings.${name}`, defaults[name]);
    }
    if (!touched.name) form.setValue("name", suggestedName(next, network.size));
  }
  function chosenNetwork(): NetworkChoice {
    const [size, inputSize, tune] = form.getValues(["size", "inputSize", "tune"]);
    return { size, inputSize, tune, parent: chosenParent(dataset) };
  }
  function chosenParent(next: DatasetOption) {
    const wanted = form.getValues("parentId");
    return fittingParents(options.parents, next).find(({ versionId }) => versionId === wanted);
  }
  /** The model to start from decides the network. */
  function adoptParent(): void {
    const network = chosenNetwork();
    if (network.parent) {
      form.setValue("size", network.parent.model.size);
      form.setValue("inputSize", network.parent.model.inputSize);
    }
    adopt(dataset, network);
  }
  function chooseSize(size: SizeName): void {
    form.setValue("inputSize", inputSizesOf(size)[0]);
    adopt(dataset, { size });
  }
  function isSettingName(name: string): name is SettingName {
    return name in form.getValues("settings");
  }
  function chooseDataset(versionId: string): void {
    const next = options.datasets.find((option) => option.versionId === versionId);
    if (next === undefined) return;
    if (next.datasetId !== dataset.datasetId)
      form.setValue("settings", settingsForOtherData(form.getValues("settings")));
    setDataset(next);
    form.setValue("versionId", versionId);
    const parent = chosenParent(next);
    if (!parent) form.setValue("parentId", "");
    adopt(next, { ...chosenNetwork(), parent });
  }
  /** The whole of it, whatever was typed before; the name stays the reader's. */
  function choosePreset({ network, settings }: Preset): void {
    form.setValue("size", network.size);
    form.setValue("inputSize", network.inputSize ?? inputSizesOf(network.size)[0]);
    form.setValue("parentId", network.parent?.versionId ?? "");
    if (network.tune) form.setValue("tune", network.tune);
    if (network.parent) form.setValue("sweep.isOn", false);
    form.resetField("settings", { defaultValue: settings });
    if (!form.formState.dirtyFields.name) form.setValue("name", suggestedName(dataset, network.size));
  }
  function resetSettings(): void {
    form.setValue("settings", settingsOf(defaultConfigFor(dataset, chosenNetwork()), 1));
    form.clearErrors("settings");
  }
  function submit(values: FormValues): void {
    const existing = options.models.find((model) => model.id === values.modelId);
    const shared = {
      group,
      datasetVersionId: values.versionId,
      modelName: values.modelKind === "existing" && existing ? existing.name : values.name,
    };
    if (values.sweep.isOn) {
      const configs = sweepConfigs(dataset, values, form.formState.dirtyFields.settings ?? {});
      startSweep.mutate({ ...shared, configs, seeds: values.sweep.seeds });
      return;
    }
    const parent = chosenParent(dataset);
    const config = chosenConfig(dataset, values, parent);
    const from = parent ? { parentId: parent.versionId } : {};
    start.mutate({ ...shared, ...from, config, seed: values.settings.seed });
  }

  const errorCount = countErrors(form.formState.errors);
  const isReady = obstacleOf(dataset) === null;
  const Estimate = isSweep ? SweepPanel : EstimatePanel;
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={form.handleSubmit(submit)} className="grid items-start gap-6 lg:grid-cols-[1fr_18rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <DataQuestion datasets={options.datasets} dataset={dataset} onChoose={chooseDataset} />
          <TaskQuestion dataset={dataset} />
          {isReady ? <PresetQuestion dataset={dataset} options={options} onChoose={choosePreset} /> : null}
          {isReady ? <ParentQuestion parents={options.parents} dataset={dataset} onChange={adoptParent} /> : null}
          {isReady && parentId === "" ? (
            <SizeQuestion dataset={dataset} onSize={chooseSize} onInputSize={() => adopt(dataset, chosenNetwork())} />
          ) : null}
          {isReady && parentId === "" ? <SweepQuestion /> : null}
          <NameQuestion models={options.models} />
          {isReady ? <AllSettings dataset={dataset} onReset={resetSettings} /> : null}
        </div>
        <div className="flex flex-col gap-4 lg:sticky lg:top-20">
          {isReady ? <Estimate dataset={dataset} options={options} /> : null}
          {started.error ? <ApiError error={started.error} /> : null}
          <Button type="submit" size="large" isBusy={isStarting} disabled={!isReady}>
            {isStarting ? t("starting") : isSweep ? sweep("start") : t("start")}
          </Button>
          <p role="status" className="text-sm text-danger">
            {errorCount > 0 ? t("fixErrors", { count: errorCount }) : null}
          </p>
        </div>
      </form>
    </FormProvider>
  );
}

function countErrors(errors: object): number {
  return Object.values(errors).reduce<number>((sum, error: unknown) => {
    if (error === null || typeof error !== "object") return sum;
    return sum + ("message" in error ? 1 : countErrors(error));
  }, 0);
}
