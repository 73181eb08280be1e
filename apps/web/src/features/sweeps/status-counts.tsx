import { useTranslations } from "next-intl";
import { countStatuses, type Status } from "./count-statuses.ts";

/** "4 finished · 1 training · 7 waiting". */
export function StatusCounts({ statuses }: { statuses: readonly Status[] }) {
  const t = useTranslations("sweeps.status");
  return countStatuses(statuses)
    .map(({ status, count }) => t(status, { count }))
    .join(" · ");
}
