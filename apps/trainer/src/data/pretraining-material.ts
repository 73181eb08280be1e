import {
  type ImageSet,
  mergeImageSets,
  type NamedSet,
  refuseOverlap,
  type SeenList,
  saltOf,
  seenIn,
  type TrainedOn,
  type TrainingConfig,
  type TrainingData,
} from "@diaphane/model";

/** One of several sets that are learned at once. */
export interface PretrainingSet {
  name: string;
  data: TrainingData;
  dataHash: string;
}

export interface OverlapRules {
  allowOverlap: boolean;
  /** Equal subject ids in different sets are of different persons. */
  unrelatedSubjects: boolean;
}

/** What a training on several sets at once learns from. */
export interface PretrainingMaterial {
  data: TrainingData;
  seen: SeenList;
  trainedOn: TrainedOn[];
}

/**
 * Several sets as one, fitted to the network, and what it is to learn from all of them together.
 * @throws OverlapRefused when a set is scored on an image or a subject that this or another one is learned from; InvalidImageSet
 */
export async function pretrainingMaterial(
  sets: readonly PretrainingSet[],
  { inputSize, channels, classGroups = [] }: TrainingConfig["model"],
  rules: OverlapRules,
): Promise<PretrainingMaterial> {
  const merge = (split: keyof TrainingData): ImageSet =>
    mergeImageSets(namedSets(sets, split), classGroups, { inputSize, channels });
  const seen = await compareSets(sets, rules);
  const test = merge("test");
  return {
    data: { train: merge("train"), validation: merge("validation"), ...(test.count > 0 ? { test } : {}) },
    seen,
    trainedOn: sets.map(({ name, dataHash, data }) => ({ name, dataHash, images: data.train.count })),
  };
}

/** One split of each set that has it. */
export function namedSets(
  sets: readonly Pick<PretrainingSet, "name" | "data">[],
  split: keyof TrainingData,
): NamedSet[] {
  return sets.flatMap(({ name, data }) => {
    const set = data[split];
    return set ? [{ name, set }] : [];
  });
}

async function compareSets(
  sets: readonly PretrainingSet[],
  { allowOverlap, unrelatedSubjects }: OverlapRules,
): Promise<SeenList> {
  const salt = saltOf(sets[0]?.dataHash ?? "");
  for (const learned of allowOverlap ? [] : sets) {
    const seen = await seenIn([learned.data.train], salt);
    for (const { name, data } of sets) {
      const isOwn = name === learned.name;
      const scored = new Map<string, ImageSet>(isOwn ? [] : [[`${name} validation`, data.validation]]);
      if (data.test) scored.set(`${name} test`, data.test);
      const withSubjects = isOwn || !unrelatedSubjects;
      await refuseOverlap(scored, seen, { learned: `the training images of ${learned.name}`, withSubjects });
    }
  }
  return await seenIn(
    sets.map(({ data }) => data.train),
    salt,
  );
}
