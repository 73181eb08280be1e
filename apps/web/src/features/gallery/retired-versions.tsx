import { Card, CardHeader } from "@diaphane/ui";
import { useFormatter, useTranslations } from "next-intl";
import type { ReleasedModel } from "./released-model.ts";

/** What is left of versions that were taken back: that there were, until when, and why no more. */
export function RetiredVersions({
  model: { retired, versions },
}: {
  model: Pick<ReleasedModel, "retired" | "versions">;
}) {
  const t = useTranslations("gallery.card");
  const format = useFormatter();
  if (retired.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("retired")} description={versions.length === 0 ? t("allRetired") : undefined} />
      <ul className="flex flex-col gap-1.5 text-sm">
        {retired.map(({ number, retiredAt, retiredReason }) => (
          <li key={number}>
            {t("retiredText", {
              number,
              date: retiredAt ? format.dateTime(retiredAt, { dateStyle: "long" }) : "",
              reason: retiredReason ?? "",
            })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
