"use client";

import { Card, CardHeader, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ReleaseBadge } from "@/features/models/version/release-badge.tsx";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
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
        <Table>
          <caption className="sr-only">{t("list")}</caption>
          <thead>
            <tr>
              <TableHead>{t("name")}</TableHead>
              <TableHead>{data("model")}</TableHead>
              <TableHead>{t("state")}</TableHead>
              <TableHead>{t("made")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {presets.map(({ id, name, state, createdAt, analysis }) => {
              const { model, number } = analysis.latentSet.modelVersion;
              return (
                <TableRow key={id}>
                  <TableCell className="max-w-80">
                    <Link
                      href={`/g/${group}/bias/presets/${id}`}
                      className="font-medium break-words text-primary underline-offset-4 hover:underline"
                    >
                      {name}
                    </Link>
                  </TableCell>
                  <TableCell>{t("of", { name: model.name, number })}</TableCell>
                  <TableCell>
                    <ReleaseBadge state={state} />
                  </TableCell>
                  <TableCell className="whitespace-nowrap text-muted-foreground">
                    <RelativeTime date={createdAt} />
                  </TableCell>
                </TableRow>
              );
            })}
          </tbody>
        </Table>
      ) : null}
    </Card>
  );
}
