import { Badge } from "@diaphane/ui";
import { useTranslations } from "next-intl";

const tones = { DRAFT: "neutral", RELEASED: "success", RETIRED: "warning" } as const;

/** Whether a version is for everybody yet. */
export function ReleaseBadge({ state }: { state: keyof typeof tones }) {
  const t = useTranslations("models.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
