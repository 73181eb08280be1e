import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type SampleFilter, writeFilter } from "./filters/filter-url.ts";
import { unpackSampleTable } from "./sample-table.ts";

/** Which samples of a version pass the filter; the former answer stays on the screen until the new one is here. */
export function useSampleTable(versionId: string, filter: SampleFilter) {
  const parameters = writeFilter(new URLSearchParams(), filter).toString();
  return useQuery({
    queryKey: ["sample-table", versionId, parameters],
    queryFn: async ({ signal }) => {
      const url = `/api/datasets/${encodeURIComponent(versionId)}/samples?${parameters}`;
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return unpackSampleTable(await response.arrayBuffer());
    },
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
