import { NotFoundError } from "@diaphane/core";
import { answerBytes } from "@/server/binary-answer.ts";
import { readLabSamples } from "@/server/lab/read-lab-samples.ts";

/** The masks of a lab's samples, in the order of its list: uint8 `[n, height, width]`. */
export async function GET(request: Request, { params }: RouteContext<"/api/lab/versions/[version]/masks">) {
  const { version } = await params;
  return answerBytes(async () => {
    const { masks } = await readLabSamples(version, request);
    if (!masks) throw new NotFoundError("masks");
    return masks;
  });
}
