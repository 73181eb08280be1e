export { exportOnnx, MissingOnnxPart, type OnnxRequest, onnxExportVersion } from "./export-onnx.ts";
export { opset as onnxOpset } from "./messages.ts";
export { type OnnxPart, onnxParts, onnxPartsOf } from "./parts.ts";
