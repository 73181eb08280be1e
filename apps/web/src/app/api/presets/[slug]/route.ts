import { openReleasedPreset } from "@diaphane/core";
import { createContext } from "@/server/context.ts";
import { answerArtifact } from "@/server/runs/answer-artifact.ts";

/** A released preset with its evidence, as JSON, for everybody. */
export async function GET(request: Request, { params }: RouteContext<"/api/presets/[slug]">) {
  const { slug } = await params;
  return answerArtifact(request, async () => {
    const artifact = await openReleasedPreset(await createContext(), { slug });
    return { artifact, sha256: artifact.sha256, contentType: "application/json", downloadName: `${slug}.json` };
  });
}
