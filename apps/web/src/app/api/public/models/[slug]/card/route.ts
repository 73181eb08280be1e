import { cardMarkdown } from "@/features/gallery/card/card-markdown.ts";
import { cardSections } from "@/features/gallery/card/card-sections.ts";
import { answerText } from "@/server/card/answer-text.ts";
import { cardOfSlug } from "@/server/card/card-of-slug.ts";
import { modelUrl } from "@/server/card/model-url.ts";

/** The card of a released model as Markdown with the front matter of Hugging Face, in the reader's language. */
export async function GET(request: Request, { params }: RouteContext<"/api/public/models/[slug]/card">) {
  const { slug } = await params;
  return answerText({ name: "README.md", contentType: "text/markdown" }, async () => {
    const { facts, words } = await cardOfSlug(slug);
    return cardMarkdown(facts, cardSections(facts, words), words, modelUrl(request.url, slug));
  });
}
