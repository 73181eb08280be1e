import { listSampleIndices } from "@diaphane/core";
import { parseFilter } from "@/features/datasets/filters/filter-url.ts";
import { packSampleTable } from "@/features/datasets/sample-table.ts";
import { answerBytes } from "@/server/binary-answer.ts";
import { createContext } from "@/server/context.ts";

export const runtime = "nodejs";

/** The samples that pass the filter in the address, as columns (see SampleTable). */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/datasets/[version]/samples">,
): Promise<Response> {
  const { version } = await params;
  const filter = parseFilter(new URL(request.url).searchParams);
  return answerBytes(async () =>
    packSampleTable(await listSampleIndices(await createContext(), { versionId: version, filter })),
  );
}
