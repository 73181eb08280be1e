import { getAuditImages } from "@diaphane/core";
import { parseIndexRanges } from "@/features/datasets/index-ranges.ts";
import { answerBytes, refuse } from "@/server/binary-answer.ts";
import { createContext } from "@/server/context.ts";

export const runtime = "nodejs";

/** Pixels of images behind a report under review, named in `?indices=0-255`: for the group and its guest reviewers. */
export async function GET(request: Request, { params }: RouteContext<"/api/audits/[audit]/images">): Promise<Response> {
  const { audit } = await params;
  const indices = parseIndexRanges(new URL(request.url).searchParams.get("indices") ?? "");
  if (!indices) return refuse(400, "invalid-indices");
  return answerBytes(async () => (await getAuditImages(await createContext(), { auditId: audit, indices })).images);
}
