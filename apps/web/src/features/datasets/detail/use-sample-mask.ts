import { useQuery } from "@tanstack/react-query";
import { fetchMasks } from "../grid/fetch-images.ts";
import type { ImageShape } from "../grid/image-pixels.ts";

/** One image's mask, uint8 `[height, width]`; asked for only while it `isShown`. */
export function useSampleMask(versionId: string, shape: ImageShape, index: number, isShown: boolean) {
  return useQuery({
    queryKey: ["sample-mask", versionId, index],
    queryFn: ({ signal }) => fetchMasks(versionId, shape, [index], signal),
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    enabled: isShown,
  });
}
