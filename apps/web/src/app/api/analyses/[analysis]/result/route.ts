import { openAnalysisResult } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** What an analysis found, as JSON. */
export async function GET(request: Request, { params }: RouteContext<"/api/analyses/[analysis]/result">) {
  const { analysis: analysisId } = await params;
  return answerArtifact(request, async () => {
    const artifact = await openAnalysisResult(await createContext(), { analysisId });
    return { artifact, sha256: artifact.sha256, contentType: "application/json" };
  });
}
