import { type Context, getDistributions, getModelVersion, listDatasets, listModels, listRuns } from "@diaphane/core";
import { estimateModel, trainingConfig, trainingWork } from "@diaphane/model/config";
import type { MeasuredSpeed } from "../../features/training/form/estimate-time.ts";
import type { ParentOption } from "../../features/training/form/parent-option.ts";
import type { DatasetOption, TrainingOptions } from "../../features/training/form/training-options.ts";
import { isLearnable } from "../../features/training/is-learnable.ts";

const recentRuns = 30;

/** What the training form offers: each data set's newest version, the group's models, and how fast earlier runs were. */
export async function trainingOptions(ctx: Context, input: { group: string }): Promise<TrainingOptions> {
  const { group } = input;
  const [datasets, models, runs] = await Promise.all([
    listDatasets(ctx, { group }),
    listModels(ctx, { group }),
    listRuns(ctx, { group, status: ["SUCCEEDED"], limit: recentRuns }),
  ]);
  const options = await Promise.all(
    datasets.flatMap(({ latestVersion, ...dataset }) =>
      latestVersion === null || !isLearnable(latestVersion) ? [] : [datasetOption(ctx, dataset, latestVersion)],
    ),
  );
  return {
    datasets: options,
    models: models.map(({ id, name }) => ({ id, name })),
    parents: (await Promise.all(models.map((model) => parentOption(ctx, model)))).flat(),
    measured: runs.flatMap((run) => measuredSpeed(run, options)),
  };
}

type Dataset = Awaited<ReturnType<typeof listDatasets>>[number];
type Version = NonNullable<Dataset["latestVersion"]>;

async function datasetOption(
  ctx: Context,
  dataset: Pick<Dataset, "id" | "name" | "isSynthetic">,
  version: Version,
): Promise<DatasetOption> {
  const { splits, labels, attributes } = await getDistributions(ctx, { versionId: version.id });
  const { number, classes, maskClasses, boxClasses, channels, height, width } = version;
  return {
    ...{ datasetId: dataset.id, versionId: version.id, name: dataset.name, isSynthetic: dataset.isSynthetic },
    ...{ number, classes, maskClasses, boxClasses, channels, height, width },
    attributes: attributes.flatMap(({ name, kind }) => (kind === "CATEGORICAL" ? [] : [{ name, kind }])),
    labelledCount: labels.reduce((sum, { label, counts }) => (label === null ? sum : sum + counts.TRAIN), 0),
    ...{ trainCount: splits.TRAIN, validationCount: splits.VALIDATION, testCount: splits.TEST },
  };
}

type Model = Awaited<ReturnType<typeof listModels>>[number];

/** None for a model without a version, or with one whose settings are of another time. */
async function parentOption(ctx: Context, { name, latestVersion }: Model): Promise<ParentOption[]> {
  if (latestVersion === null) return [];
  const { id, number, weightsSha256, seenSha256 } = latestVersion;
  // Without the list of what it has learned from, the trainer would refuse it.
  if (seenSha256 === null) return [];
  const version = await getModelVersion(ctx, { modelVersionId: id });
  const config = trainingConfig.safeParse(version.config);
  if (!config.success) return [];
  const datasetName = version.datasetVersion.dataset.name;
  const isPretrained = config.data.setSampling !== undefined;
  return [{ versionId: id, name, number, datasetName, model: config.data.model, weightsSha256, isPretrained }];
}

type Run = Awaited<ReturnType<typeof listRuns>>[number];

/** Speed over the whole of a run, checks and final scoring included; none for a run of data that is no longer listed. */
function measuredSpeed(run: Run, datasets: readonly DatasetOption[]): MeasuredSpeed[] {
  const config = trainingConfig.safeParse(run.config);
  const dataset = datasets.find(({ versionId }) => versionId === run.datasetVersion.id);
  if (!config.success || !dataset || !run.startedAt || !run.finishedAt || !run.engine) return [];
  const seconds = (run.finishedAt.getTime() - run.startedAt.getTime()) / 1000;
  // One that may have stopped early does not say how many epochs its time was for.
  if (seconds <= 0 || config.data.patienceEpochs !== undefined) return [];
  const { trainCount: train, validationCount: validation, testCount: test } = dataset;
  const imagesPerSecond = trainingWork(config.data, { train, validation, test }) / seconds;
  return [{ imagesPerSecond, trainingCost: estimateModel(config.data.model).trainingCost, engine: run.engine }];
}
