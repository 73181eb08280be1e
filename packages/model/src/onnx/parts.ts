import type { ModelConfig } from "../network/model-config.ts";

export const onnxParts = ["encoder", "decoder", "classifier", "segmentation", "detection"] as const;
/** A file of an export. */
export type OnnxPart = (typeof onnxParts)[number];

/** The files that a network can be exported to: those of the heads that it has. */
export function onnxPartsOf({
  classes,
  maskClasses,
  boxClasses,
}: Pick<ModelConfig, "classes" | "maskClasses" | "boxClasses">): OnnxPart[] {
  return [
    ...(["encoder", "decoder"] as const),
    ...(classes.length > 0 ? (["classifier"] as const) : []),
    ...(maskClasses.length > 0 ? (["segmentation"] as const) : []),
    ...(boxClasses.length > 0 ? (["detection"] as const) : []),
  ];
}
