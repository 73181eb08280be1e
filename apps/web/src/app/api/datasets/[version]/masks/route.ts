import { getSampleMasks } from "@diaphane/core";
import { parseIndexRanges } from "@/features/datasets/index-ranges.ts";
import { answerBytes, refuse } from "@/server/binary-answer.ts";
import { createContext } from "@/server/context.ts";

export const runtime = "nodejs";

/** Masks of the samples in `?indices=0-255`, one after the other: uint8 `[n, height, width]`, class numbers. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/datasets/[version]/masks">,
): Promise<Response> {
  const { version } = await params;
  const indices = parseIndexRanges(new URL(request.url).searchParams.get("indices") ?? "");
  if (!indices) return refuse(400, "invalid-indices");
  return answerBytes(async () => {
    const ctx = await createContext();
    return (await getSampleMasks(ctx, { versionId: version, indices })).masks;
  });
}
