import path from "node:path";
import type { RecordSource } from "@diaphane/data/formats";
import type { TrainingData } from "@diaphane/model";
import { gatherTrainingData } from "./gather-training-data.ts";
import { type ImageFileOptions, openImageFile } from "./open-image-file.ts";

export interface ReadImages extends Pick<RecordSource, "meta" | "origin"> {
  data: TrainingData;
  /** A published data set's own, else the file's. */
  name: string;
}

/** All images of a file in memory. @throws DataError */
export async function readImages(file: string, options: ImageFileOptions): Promise<ReadImages> {
  const source = await openImageFile(file, options);
  const { meta, origin } = source;
  try {
    const data = await gatherTrainingData(source);
    return { data, meta, name: origin?.id ?? path.basename(file, ".npz"), ...(origin ? { origin } : {}) };
  } finally {
    await source.close();
  }
}
