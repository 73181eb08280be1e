"use client";

import { Button, Card, CardHeader } from "@diaphane/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { RenameAttribute } from "./rename-attribute.tsx";

export interface NamedSlicesProps {
  group: string;
  /** Of the report that they are listed under. */
  modelVersionId: string;
  datasetVersionId: string;
  canName: boolean;
}

/** What was named in slices of reports over a data set version; nothing where nothing was. */
export function NamedSlices({ group, modelVersionId, datasetVersionId, canName }: NamedSlicesProps) {
  const t = useTranslations("bias.discovery");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data: attributes } = useQuery(trpc.attribute.list.queryOptions({ versionId: datasetVersionId }));
  const remove = useMutation(
    trpc.attribute.remove.mutationOptions({ onSettled: () => client.invalidateQueries(trpc.attribute.pathFilter()) }),
  );
  if (!attributes || attributes.length === 0) return null;
  const link = "text-primary underline underline-offset-4";
  return (
    <Card className="print:hidden">
      <CardHeader title={t("named")} description={t("namedLead")} />
      {remove.error ? <ApiError error={remove.error} /> : null}
      <ul className="flex flex-col gap-3 text-sm">
        {attributes.map(({ id, name, memberCount, author, namedAt, reportId }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="min-w-0">
              <span className="font-medium break-words">{name}</span>{" "}
              <span className="text-muted-foreground">
                {t.rich("by", {
                  ...{ count: memberCount, person: author.name },
                  when: () => <RelativeTime date={namedAt} />,
                  report: (chunks) => (
                    <Link href={`/g/${group}/bias/${reportId}`} prefetch={false} className={link}>
                      {chunks}
                    </Link>
                  ),
                })}
              </span>
            </span>
            {canName ? (
              <span className="flex flex-wrap gap-2">
                <Button
                  variant="secondary"
                  size="small"
                  render={<Link href={newReportBy({ group, modelVersionId, datasetVersionId, name })} />}
                >
                  {t("use")}
                </Button>
                <RenameAttribute attributeId={id} name={name} />
                <Button
                  variant="ghost"
                  size="small"
                  isBusy={remove.isPending && remove.variables?.attributeId === id}
                  aria-label={t("removeOf", { name })}
                  onClick={() => remove.mutate({ attributeId: id })}
                >
                  {t("remove")}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function newReportBy(of: { group: string; modelVersionId: string; datasetVersionId: string; name: string }): string {
  const asked = new URLSearchParams({ model: of.modelVersionId, data: of.datasetVersionId, by: of.name });
  return `/g/${of.group}/bias/new?${asked}`;
}
