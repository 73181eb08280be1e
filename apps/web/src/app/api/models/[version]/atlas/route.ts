import { openAtlas } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** The newest atlas of a model version, as JSON: for everybody once the version is released. */
export async function GET(request: Request, { params }: RouteContext<"/api/models/[version]/atlas">) {
  const { version: modelVersionId } = await params;
  return answerArtifact(request, async () => {
    const artifact = await openAtlas(await createContext(), { modelVersionId });
    return { artifact, sha256: artifact.sha256, contentType: "application/json" };
  });
}
