"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ReleaseBadge } from "@/features/models/version/release-badge.tsx";
import { LinkedTable } from "@/features/shell/linked-table.tsx";
import { useTRPC } from "@/trpc/client.tsx";

/** The group's presets, newest first. */
export function PresetList({ group }: { group: string }) {
  const t = useTranslations("presets");
  const data = useTranslations("bias");
  const { data: presets } = useSuspenseQuery(useTRPC().preset.list.queryOptions({ group }));
  return (
    <Card>
      <CardHeader title={t("list")} description={presets.length === 0 ? t("none") : undefined} />
      {presets.length > 0 ? (
        <LinkedTable
          title={t("list")}
          columns={[t("name"), data("model"), t("state"), t("made")]}
          rows={presets.map(({ id, name, state, createdAt, analysis }) => {
            const { model, number } = analysis.latentSet.modelVersion;
            return {
              ...{ key: id, href: `/g/${group}/bias/presets/${id}`, time: createdAt, name },
              cells: [t("of", { name: model.name, number }), <ReleaseBadge key="state" state={state} />],
            };
          })}
        />
      ) : null}
    </Card>
  );
}
