import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchImages } from "../grid/fetch-images.ts";
import type { ImageShape } from "../grid/image-pixels.ts";

/** One image's pixels, uint8 `[height, width, channels]`; those of its neighbours are fetched ahead. */
export function useSampleImage(versionId: string, shape: ImageShape, index: number, neighbours: number[]) {
  const client = useQueryClient();
  const options = (wanted: number) => ({
    queryKey: ["sample-image", versionId, wanted],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchImages(versionId, shape, [wanted], signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  useEffect(() => {
    for (const neighbour of neighbours) void client.prefetchQuery(options(neighbour));
  });
  return useQuery({ ...options(index), placeholderData: keepPreviousData });
}
