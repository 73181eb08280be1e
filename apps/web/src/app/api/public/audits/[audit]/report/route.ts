import { openPublicReport } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** The report that an approval was given on, as JSON, for everybody. */
export async function GET(request: Request, { params }: RouteContext<"/api/public/audits/[audit]/report">) {
  const { audit } = await params;
  return answerArtifact(request, async () => {
    const artifact = await openPublicReport(await createContext(), { auditId: audit });
    return { artifact, sha256: artifact.sha256, contentType: "application/json", downloadName: `report-${audit}.json` };
  });
}
