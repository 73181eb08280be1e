import { trainingConfig } from "@diaphane/model/config";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { api } from "@/trpc/server.tsx";
import { type FormValues, initialValues } from "./form-values.ts";
import { fittingParents } from "./parent-option.ts";
import { balancedNetwork } from "./presets.ts";
import { settingsOf } from "./settings-of.ts";
import { initialSweep } from "./sweep/sweep-choice.ts";
import type { DatasetOption, TrainingOptions } from "./training-options.ts";
import { settingsForOtherData } from "./training-settings.ts";

export interface TrainingFormRequest {
  group: string;
  /** The data set to open with. */
  dataset: string | undefined;
  /** The model that is to get a new version. */
  model: string | undefined;
  /** The run whose settings are taken over. */
  run: string | undefined;
}

export interface TrainingForm {
  options: TrainingOptions;
  initial: { dataset: DatasetOption; values: FormValues };
}

/** What the form opens with; null when the group has no data to train on. */
export async function loadTrainingForm(request: TrainingFormRequest): Promise<TrainingForm | null> {
  const options = await orNotFound(api().run.options({ group: request.group }));
  const [first] = options.datasets;
  if (first === undefined) return null;
  const earlier = request.run === undefined ? null : (await orNotFound(api().run.progress({ runId: request.run }))).run;
  const wanted = earlier?.datasetVersion.dataset.id ?? request.dataset;
  const dataset = options.datasets.find(({ datasetId }) => datasetId === wanted) ?? first;
  const model = options.models.find(({ id }) => id === (earlier?.modelId ?? request.model));
  const values = initialValues(dataset, balancedNetwork(dataset), model?.id ?? null);
  const config = trainingConfig.safeParse(earlier?.config);
  if (!earlier || !config.success) return { options, initial: { dataset, values } };
  const { size, inputSize } = config.data.model;
  const isSameData = dataset.datasetId === earlier.datasetVersion.dataset.id;
  const taken = settingsOf(config.data, earlier.seed);
  const settings = isSameData ? taken : settingsForOtherData(taken);
  const parent = fittingParents(options.parents, dataset).find(({ versionId }) => versionId === earlier.parentId);
  const tune = config.data.transfer?.tune ?? "full";
  const opened = initialValues(dataset, { size, inputSize, tune, parent }, model?.id ?? null);
  const sweep = initialSweep(size, settings);
  return { options, initial: { dataset, values: { ...opened, settings, sweep } } };
}
