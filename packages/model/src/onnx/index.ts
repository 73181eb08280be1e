export { exportOnnx, MissingOnnxPart } from "./export-onnx.ts";
export { onnxOpset, onnxParts } from "./parts.ts";
