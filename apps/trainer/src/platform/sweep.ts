import {
  type Context,
  getDistributions,
  listDatasets,
  NotFoundError,
  openPlatform,
  prepareDatabase,
  startSweep,
} from "@diaphane/core";
import { defaultTrainingConfig, type SizeName, type TrainingConfig, trainingConfig } from "@diaphane/model";
import { actingMember } from "./acting-member.ts";

export interface SweepOptions {
  group: string;
  data: string;
  name: string;
  sizes: readonly SizeName[];
  seeds: readonly number[];
  beta?: readonly number[];
  capacity?: readonly number[];
  epochs?: number;
  as?: string;
  json?: boolean;
}

/** Queues every size with every seed and every β or capacity on a data set's newest version. @throws DomainError, ZodError */
export async function queueSweep(options: SweepOptions): Promise<void> {
  const { group, name: modelName, seeds, as, json } = options;
  const platform = await openPlatform();
  try {
    await prepareDatabase(platform.url);
    const ctx = await actingMember(platform, { group, email: as });
    const { datasetVersionId, shape } = await newestVersion(ctx, options);
    const configs = options.sizes.flatMap((size) => configsOf(size, shape, options));
    const sweep = await startSweep(ctx, { group, datasetVersionId, modelName, configs, seeds });
    if (json) console.log(JSON.stringify(sweep));
    else console.log(`Queued ${sweep.runIds.length} trainings: /g/${group}/models/sweeps/${sweep.id}`);
  } finally {
    await platform.close();
  }
}

interface Shape {
  channels: 1 | 3;
  classes: string[];
  maskClasses: string[];
  boxClasses: string[];
  /** Images to train on. */
  count: number;
}

async function newestVersion(ctx: Context, { group, data }: Pick<SweepOptions, "group" | "data">) {
  const datasets = await listDatasets(ctx, { group });
  const version = datasets.find(({ name }) => name === data)?.latestVersion;
  if (!version) throw new NotFoundError(`data set ${data} of group ${group}`);
  const { splits } = await getDistributions(ctx, { versionId: version.id });
  const channels = version.channels === 3 ? 3 : 1;
  const { classes, maskClasses, boxClasses } = version;
  const shape: Shape = { channels, classes, maskClasses, boxClasses, count: splits.TRAIN };
  return { datasetVersionId: version.id, shape };
}

/** A size's defaults with each way of limiting the code that was asked for; as they are when none was. */
function configsOf(size: SizeName, shape: Shape, { beta, capacity, epochs }: SweepOptions): TrainingConfig[] {
  const defaults = defaultTrainingConfig({ size, ...shape });
  const config = { ...defaults, epochs: epochs ?? defaults.epochs };
  const replace = (change: (term: Capacity) => TrainingConfig["objective"][number]) =>
    trainingConfig.parse({
      ...config,
      objective: config.objective.map((term) => (term.kind === "capacity" ? change(term) : term)),
    });
  if (beta) return beta.map((value) => replace(() => ({ kind: "beta", beta: value })));
  return (capacity ?? [null]).map((value) => replace((term) => ({ ...term, capacity: value ?? term.capacity })));
}

type Capacity = Extract<TrainingConfig["objective"][number], { kind: "capacity" }>;
