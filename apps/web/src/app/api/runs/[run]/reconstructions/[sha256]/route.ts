import { readArtifact } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** The strip of reconstructions of one epoch, for those who may see the run. */
export async function GET(request: Request, { params }: RouteContext<"/api/runs/[run]/reconstructions/[sha256]">) {
  const { run, sha256 } = await params;
  return answerArtifact(request, async () => {
    const artifact = await readArtifact(await createContext(), { runId: run, sha256 });
    return { artifact, sha256, contentType: "image/png" };
  });
}
