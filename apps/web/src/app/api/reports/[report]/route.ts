import { openAnalysisResult } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** What a report of the group says, as JSON. */
export async function GET(request: Request, { params }: RouteContext<"/api/reports/[report]">) {
  const { report } = await params;
  return answerArtifact(request, async () => {
    const artifact = await openAnalysisResult(await createContext(), { analysisId: report });
    return { artifact, sha256: artifact.sha256, contentType: "application/json" };
  });
}
