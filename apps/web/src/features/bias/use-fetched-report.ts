import { biasReport } from "@diaphane/model/bias";
import { useQuery } from "@tanstack/react-query";

/** A report at an address of this site, which never changes; null waits. */
export function useFetchedReport(address: string | null) {
  return useQuery({
    queryKey: ["bias-report", address],
    enabled: address !== null,
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const response = await fetch(address ?? "");
      if (!response.ok) throw new Error(`${response.status}`);
      return biasReport.parse(await response.json());
    },
  });
}
