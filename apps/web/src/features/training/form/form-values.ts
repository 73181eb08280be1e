import {
  defaultTrainingConfig,
  type InputSize,
  inputSizes,
  inputSizesOf,
  type SizeName,
  sizeNames,
  type TrainingConfig,
  type Tuning,
  transferringConfig,
  tunings,
} from "@diaphane/model/config";
import { z } from "zod";
import { isLearnable } from "../is-learnable.ts";
import { configOf } from "./config-of.ts";
import type { ParentOption } from "./parent-option.ts";
import { settingProblems } from "./setting-problems.ts";
import { settingsOf } from "./settings-of.ts";
import { initialSweep, sweepChoice, sweepObstacle } from "./sweep/sweep-choice.ts";
import type { DatasetOption } from "./training-options.ts";
import { type SettingName, trainingSettings } from "./training-settings.ts";

const longestName = 100;

/** The whole form; messages are keys of the form's texts, with a bound behind a colon. */
export const formValues = z
  .object({
    versionId: z.string().min(1, { error: "required" }),
    size: z.enum(sizeNames, { error: "invalid" }),
    inputSize: z.literal(inputSizes, { error: "invalid" }),
    modelKind: z.enum(["new", "existing"], { error: "invalid" }),
    /** The version to start from; empty for none. */
    parentId: z.string(),
    tune: z.enum(tunings, { error: "invalid" }),
    name: z.string().trim(),
    modelId: z.string(),
    settings: trainingSettings,
    sweep: sweepChoice,
  })
  .superRefine((values, context) => {
    const refuse = (path: "name" | "modelId" | "sweep" | `settings.${SettingName}`, message: string) =>
      context.addIssue({ code: "custom", path: path.split("."), message });
    for (const { name, message } of settingProblems(values.settings)) refuse(`settings.${name}`, message);
    if (values.modelKind === "existing" && values.modelId === "") refuse("modelId", "required");
    if (values.modelKind === "new" && values.name === "") refuse("name", "required");
    if (values.modelKind === "new" && values.name.length > longestName) refuse("name", `tooLong:${longestName}`);
    const obstacle = values.sweep.isOn ? sweepObstacle(values.sweep, values.settings.divergence) : null;
    if (obstacle !== null) refuse("sweep", obstacle);
  });

export type FormValues = z.infer<typeof formValues>;

/** A network: a size, and the image size that it reads; the size's default unless given and permitted. */
export interface NetworkChoice {
  size: SizeName;
  inputSize?: InputSize | undefined;
  /** The model to start from, which decides the network. */
  parent?: ParentOption | undefined;
  tune?: Tuning;
}

/** What this data set and network would be trained with if nobody changed a thing. */
export function defaultConfigFor(
  dataset: DatasetOption,
  { size, inputSize, parent, tune = "full" }: NetworkChoice,
): TrainingConfig {
  const channels = dataset.channels === 3 ? 3 : 1;
  if (parent) {
    const { classes, maskClasses, boxClasses, trainCount: count } = dataset;
    const known = { model: parent.model, weights: { sha256: parent.weightsSha256 } };
    return transferringConfig(known, { classes, maskClasses, boxClasses, channels, count, tune });
  }
  // While the reader changes the size, the form may still hold an image size of the last one.
  const permitted = inputSizesOf(size).find((side) => side === inputSize) ?? inputSizesOf(size)[0];
  return defaultTrainingConfig({
    size,
    inputSize: permitted,
    channels,
    classes: [...dataset.classes],
    maskClasses: [...dataset.maskClasses],
    boxClasses: [...dataset.boxClasses],
    count: dataset.trainCount,
    labelled: dataset.labelledCount,
  });
}

/** The form as it opens. `modelId` opens it as a new version of that model. */
export function initialValues(dataset: DatasetOption, network: NetworkChoice, modelId: string | null): FormValues {
  const config = defaultConfigFor(dataset, network);
  const { size, inputSize } = config.model;
  const settings = settingsOf(config, 1);
  return {
    versionId: dataset.versionId,
    ...{ size, inputSize },
    modelKind: modelId === null ? "new" : "existing",
    ...{ parentId: network.parent?.versionId ?? "", tune: network.tune ?? "full" },
    name: suggestedName(dataset, size),
    modelId: modelId ?? "",
    settings,
    sweep: initialSweep(size, settings),
  };
}

/** The configuration that the form asks for. */
export function chosenConfig(
  dataset: DatasetOption,
  values: Pick<FormValues, "size" | "inputSize" | "tune" | "settings">,
  parent: ParentOption | undefined,
): TrainingConfig {
  const base = defaultConfigFor(dataset, { ...values, parent });
  const config = configOf(values.settings, base);
  return parent ? { ...config, model: base.model } : config;
}

export function suggestedName(dataset: DatasetOption, size: SizeName): string {
  return `${dataset.name.slice(0, longestName - 10)} ${size}`;
}

/** Why a data set cannot be trained on, as a key of the form's texts; null when it can. */
export function obstacleOf(dataset: DatasetOption): "noTrainImages" | "tooFewClasses" | null {
  if (dataset.trainCount === 0) return "noTrainImages";
  return isLearnable(dataset) ? null : "tooFewClasses";
}
