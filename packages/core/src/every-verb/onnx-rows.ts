import { openOnnxFile } from "../index.ts";
import type { VerbRow } from "./verb-row.ts";

/** The rows of ONNX files. @param modelVersionId of a draft, whose bundle is in the store */
export function onnxRows(modelVersionId: string): Record<"openOnnxFile", VerbRow> {
  const making = { exportVersion: 1, makeOnnx: async () => new Uint8Array(3) };
  return {
    openOnnxFile: {
      call: (ctx, input) => openOnnxFile({ ...ctx, ...making }, input),
      needs: "model:read",
      event: null,
      input: async () => ({ modelVersionId, part: "encoder" }),
    },
  };
}
