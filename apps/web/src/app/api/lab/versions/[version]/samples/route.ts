import { answerBytes } from "@/server/binary-answer.ts";
import { readLabSamples } from "@/server/lab/read-lab-samples.ts";

/** The pixels of a lab's samples, in the order of its list: uint8 `[n, height, width, channels]`. */
export async function GET(request: Request, { params }: RouteContext<"/api/lab/versions/[version]/samples">) {
  const { version } = await params;
  return answerBytes(async () => (await readLabSamples(version, request)).images);
}
