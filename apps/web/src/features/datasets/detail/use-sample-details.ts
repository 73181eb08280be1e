import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client.tsx";

/** Subject, attributes and boxes of one sample; null while they are on their way. */
export function useSampleDetails(versionId: string, index: number) {
  const trpc = useTRPC();
  const samples = useQuery(
    trpc.dataset.samples.queryOptions(
      { versionId, afterIndex: index - 1, limit: 1 },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return samples.data?.[0] ?? null;
}
