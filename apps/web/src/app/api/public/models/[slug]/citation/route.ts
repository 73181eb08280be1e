import { citationFile } from "@/features/gallery/card/citation.ts";
import { answerText } from "@/server/card/answer-text.ts";
import { cardOfSlug } from "@/server/card/card-of-slug.ts";
import { modelUrl } from "@/server/card/model-url.ts";

/** CITATION.cff of a released model's newest version. */
export async function GET(request: Request, { params }: RouteContext<"/api/public/models/[slug]/citation">) {
  const { slug } = await params;
  return answerText({ name: "CITATION.cff", contentType: "text/yaml" }, async () => {
    const { facts } = await cardOfSlug(slug);
    return citationFile(facts, modelUrl(request.url, slug));
  });
}
