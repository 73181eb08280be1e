import { openExport } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** A version of a data set as a file. */
export async function GET(request: Request, { params }: RouteContext<"/api/exports/[export]">) {
  const { export: exportId } = await params;
  return answerArtifact(request, async () => {
    const artifact = await openExport(await createContext(), { exportId });
    const { sha256, fileName: downloadName } = artifact;
    return { artifact, sha256, contentType: "application/zip", downloadName };
  });
}
