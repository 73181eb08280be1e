import { NotFoundError, readBundleFile } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

const files = {
  "model.json": { file: "manifest", contentType: "application/json" },
  "weights.safetensors": { file: "weights", contentType: "application/octet-stream" },
} as const;

/** The two files of a model: for everybody once it is released, before that for those who may see it. */
export async function GET(request: Request, { params }: RouteContext<"/api/models/[version]/[file]">) {
  const { version, file: name } = await params;
  return answerArtifact(request, async () => {
    if (name !== "model.json" && name !== "weights.safetensors") throw new NotFoundError("file");
    const { file, contentType } = files[name];
    const artifact = await readBundleFile(await createContext(), { modelVersionId: version, file });
    return { artifact, sha256: artifact.sha256, contentType, downloadName: name };
  });
}
