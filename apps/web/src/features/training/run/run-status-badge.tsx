import { Badge } from "@diaphane/ui";
import { useTranslations } from "next-intl";

const tones = {
  QUEUED: "neutral",
  RUNNING: "accent",
  SUCCEEDED: "success",
  FAILED: "danger",
  CANCELLED: "warning",
} as const;

/** A run's state in a word. */
export function RunStatusBadge({ status, isCancelling }: { status: keyof typeof tones; isCancelling: boolean }) {
  const t = useTranslations("training.status");
  const isLeaving = isCancelling && (status === "QUEUED" || status === "RUNNING");
  return <Badge tone={isLeaving ? "warning" : tones[status]}>{t(isLeaving ? "cancelling" : status)}</Badge>;
}
