import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Bundle, denseScores, type ImageSet, loadModel, type Model, withPreset } from "@diaphane/model";
import type { AuditRequest } from "@diaphane/model/bias";
import { checkPresetFor, type Preset, parsePreset } from "@diaphane/model/debias";
import { BundleFolderError, readBundleFolder } from "../bundle/bundle-folder.ts";
import { checkLearned } from "../data/check-learned.ts";
import { gatherTrainingData } from "../data/gather-training-data.ts";
import { type ImageFileOptions, openImageFile } from "../data/open-image-file.ts";
import { readAttributes } from "./read-attributes.ts";

export const splitNames = ["train", "validation", "test"] as const;
export type SplitName = (typeof splitNames)[number];

export interface AuditedSplit {
  bundle: Bundle;
  model: Model;
  set: ImageSet;
  request: AuditRequest;
}

interface Asked {
  folder: string;
  file: string;
  attributes: string;
  split: SplitName;
  preset?: Preset;
  mapping?: ImageFileOptions["mapping"] | undefined;
}

/** A model, one split of a file and its attributes, encoded (with a preset on, where one is given). The caller disposes of the model. */
export async function encodeAuditedSplit({
  folder,
  file,
  attributes,
  split,
  preset,
  mapping,
}: Asked): Promise<AuditedSplit> {
  const bundle = await readBundleFolder(folder);
  const modelHash = bundle.manifest.weights.sha256;
  if (preset) checkPresetFor(preset, modelHash);
  const { classGroups, classes, maskClasses, boxClasses } = bundle.manifest.model;
  if (classGroups || classes.length + maskClasses.length + boxClasses.length === 0) {
    throw new BundleFolderError(
      `${folder} holds a model that decides nothing of its own: audits need one with classes, masks or boxes.`,
    );
  }
  const source = await openImageFile(file, mapping === undefined ? {} : { mapping });
  let data: Awaited<ReturnType<typeof gatherTrainingData>>;
  try {
    checkLearned(file, source.meta, bundle.manifest.model);
    data = await gatherTrainingData(source);
  } finally {
    await source.close();
  }
  const columns = await readAttributes(attributes, {
    ...{ train: data.train.count, validation: data.validation.count, test: data.test?.count ?? 0 },
  });
  const set = data[split];
  if (!set || set.count === 0) throw new BundleFolderError(`${file} has no images in ${split}.`);
  const plain = await loadModel(bundle);
  const model = preset ? withPreset(plain, preset, modelHash) : plain;
  const { mu } = await model.encode(set);
  const request: AuditRequest = {
    ...{ modelHash, dataHash: null, classes: bundle.manifest.model.classes, head: model.head },
    ...{ presetHash: preset ? hashOf(JSON.stringify(preset)) : null, codes: mu, labels: set.labels },
    ...(set.subjects ? { subjects: set.subjects } : {}),
    attributes: columns(split),
    ...(await denseScores(model, set)),
  };
  return { bundle, model, set, request };
}

/** @throws InvalidPreset when the file holds none */
export async function readPreset(file: string): Promise<Preset> {
  return parsePreset(await readFile(file, "utf8"));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
