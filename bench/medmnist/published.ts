/** AUC and accuracy of a published model. */
export interface Published {
  model: string;
  auc: number;
  accuracy: number;
}

const models = ["ResNet-18, 28 px", "ResNet-50, 224 px", "Google AutoML Vision"] as const;

/** Test AUC and accuracy of `models` as MedMNIST v2 gives them (Yang et al., Sci Data 10:41, 2023, table 3). */
const table: Record<string, [number, number][]> = {
  pathmnist: [
    [0.983, 0.907],
    [0.989, 0.892],
    [0.944, 0.728],
  ],
  chestmnist: [
    [0.768, 0.947],
    [0.773, 0.948],
    [0.778, 0.948],
  ],
  dermamnist: [
    [0.917, 0.735],
    [0.912, 0.731],
    [0.914, 0.768],
  ],
  octmnist: [
    [0.943, 0.743],
    [0.958, 0.776],
    [0.963, 0.771],
  ],
  pneumoniamnist: [
    [0.944, 0.854],
    [0.962, 0.884],
    [0.991, 0.946],
  ],
  retinamnist: [
    [0.717, 0.524],
    [0.716, 0.511],
    [0.75, 0.531],
  ],
  breastmnist: [
    [0.901, 0.863],
    [0.866, 0.842],
    [0.919, 0.861],
  ],
  bloodmnist: [
    [0.998, 0.958],
    [0.997, 0.95],
    [0.998, 0.966],
  ],
  tissuemnist: [
    [0.93, 0.676],
    [0.932, 0.68],
    [0.924, 0.673],
  ],
  organamnist: [
    [0.997, 0.935],
    [0.998, 0.947],
    [0.99, 0.886],
  ],
  organcmnist: [
    [0.992, 0.9],
    [0.993, 0.911],
    [0.988, 0.877],
  ],
  organsmnist: [
    [0.972, 0.782],
    [0.975, 0.785],
    [0.964, 0.749],
  ],
};

/** Published rows for a file by its name, a size behind an underscore left out; none for other files. */
export function publishedFor(data: string): Published[] {
  const rows = table[data.split("_")[0] ?? ""] ?? [];
  return rows.flatMap(([auc, accuracy], index) => {
    const model = models[index];
    return model === undefined ? [] : [{ model, auc, accuracy }];
  });
}
