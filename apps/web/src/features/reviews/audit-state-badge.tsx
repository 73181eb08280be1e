import { Badge } from "@diaphane/ui";
import { useTranslations } from "next-intl";

const tones = {
  SUBMITTED: "accent",
  CHANGES_REQUESTED: "warning",
  APPROVED: "success",
  REJECTED: "danger",
  WITHDRAWN: "neutral",
} as const;

/** Where an audit stands. */
export function AuditStateBadge({ state }: { state: keyof typeof tones }) {
  const t = useTranslations("reviews.states");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
