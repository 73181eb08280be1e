import { openOnnxFile } from "@diaphane/core";
import { onnxExportVersion } from "@diaphane/model/config";
import { createContext } from "@/server/context.ts";
import { makeOnnx } from "@/server/onnx/make-onnx.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/**
 * A part of a model as ONNX, `encoder.onnx` and so on, with a released preset folded in by `?preset=`: for everybody once the version is
 * released, before that for those who may see it.
 */
export async function GET(request: Request, { params }: RouteContext<"/api/models/[version]/onnx/[file]">) {
  const { version: modelVersionId, file } = await params;
  return answerArtifact(request, async () => {
    const ctx = { ...(await createContext()), makeOnnx, exportVersion: onnxExportVersion };
    const preset = new URL(request.url).searchParams.get("preset");
    const artifact = await openOnnxFile(ctx, { modelVersionId, part: file.replace(/\.onnx$/, ""), preset });
    const downloadName = preset === null ? file : file.replace(/\.onnx$/, `-${preset}.onnx`);
    return { artifact, sha256: artifact.sha256, contentType: "application/octet-stream", downloadName };
  });
}
