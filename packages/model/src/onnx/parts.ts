import type { ModelConfig } from "../network/model-config.ts";

/** That of ONNX 1.12 (2022): every runtime since then reads it. */
export const onnxOpset = 17;

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

/** Changes whenever the same bundle would give other bytes: what was kept of an earlier one is made anew. */
export const onnxExportVersion = 1;
