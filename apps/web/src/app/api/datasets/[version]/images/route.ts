import { getSampleImages } from "@diaphane/core";
import { parseIndexRanges } from "@/features/datasets/index-ranges.ts";
import { answerBytes, refuse } from "@/server/binary-answer.ts";
import { createContext } from "@/server/context.ts";

export const runtime = "nodejs";

/** Pixels of the samples in `?indices=0-255`, one after the other: uint8 `[n, height, width, channels]`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/datasets/[version]/images">,
): Promise<Response> {
  const { version } = await params;
  const indices = parseIndexRanges(new URL(request.url).searchParams.get("indices") ?? "");
  if (!indices) return refuse(400, "invalid-indices");
  return answerBytes(async () => {
    const ctx = await createContext();
    return (await getSampleImages(ctx, { versionId: version, indices })).images;
  });
}
