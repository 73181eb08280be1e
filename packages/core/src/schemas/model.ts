import { z } from "zod";
import { id, slug } from "./common-fields.ts";

export const listModelsInput = z.object({ group: slug });
export const getModelInput = z.object({ modelId: id });
export const listModelVersionsInput = z.object({ modelId: id });
export const getModelVersionInput = z.object({ modelVersionId: id });
export const getReleasedModelInput = z.object({ slug });
export const listReleasedModelsInput = z.object({ limit: z.int().min(1).max(100).default(50) });

/** `manifest` is model.json, `weights` is weights.safetensors. */
export const readBundleFileInput = z.object({ modelVersionId: id, file: z.enum(["manifest", "weights"]) });
export const listModelSamplesInput = z.object({ modelVersionId: id, limit: z.int().min(1).max(100).default(24) });

/** A file of an ONNX export, with a released preset of the same version folded in where one is named. */
export const openOnnxFileInput = z.object({
  modelVersionId: id,
  part: z.enum(["encoder", "decoder", "classifier", "segmentation", "detection"]),
  preset: slug.nullable().default(null),
});
