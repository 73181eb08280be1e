import { openAuditReport } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** The report that was handed in for review, at last or with `?revision=1`, as JSON: for the group and its guest reviewers. */
export async function GET(request: Request, { params }: RouteContext<"/api/audits/[audit]/report">) {
  const { audit } = await params;
  const revision = new URL(request.url).searchParams.get("revision");
  return answerArtifact(request, async () => {
    const artifact = await openAuditReport(await createContext(), {
      auditId: audit,
      ...(revision === null ? {} : { revision: Number(revision) }),
    });
    return { artifact, sha256: artifact.sha256, contentType: "application/json" };
  });
}
