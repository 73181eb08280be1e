import { listModelSamples, NotFoundError } from "@diaphane/core";
import { answerBytes } from "@/server/binary-answer.ts";
import { createContext } from "@/server/context.ts";

/** The pixels of a lab's samples, in the order of its list: uint8 `[n, height, width, channels]`. */
export async function GET(_request: Request, { params }: RouteContext<"/api/lab/versions/[version]/samples">) {
  const { version } = await params;
  return answerBytes(async () => {
    const samples = await listModelSamples(await createContext(), { modelVersionId: version });
    if (!samples) throw new NotFoundError("samples");
    return samples.images;
  });
}
