"use client";

import { exportFormats } from "@diaphane/core/schemas";
import { Button, Card, ErrorState } from "@diaphane/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { useAmounts } from "../use-amounts.ts";

const pollMs = 1500;

/** A version of a data set in the formats that others read: made on demand, in the background. */
export function ExportPanel({ versionId }: { versionId: string }) {
  const t = useTranslations("datasets");
  const trpc = useTRPC();
  const client = useQueryClient();
  const amounts = useAmounts();
  const errorText = useErrorText();
  const list = useQuery(
    trpc.export.list.queryOptions(
      { versionId },
      { refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? pollMs : false) },
    ),
  );
  const changed = () => client.invalidateQueries(trpc.export.list.queryFilter({ versionId }));
  const start = useMutation(trpc.export.start.mutationOptions({ onSettled: changed }));

  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-lg font-semibold">{t("export.title")}</h2>
        <p className="text-sm text-muted-foreground">{t("export.text")}</p>
      </div>
      {start.isError ? <ErrorState title={errorText(start.error)} /> : null}
      <ul className="flex flex-col divide-y divide-border">
        {exportFormats.map((format) => {
          const made = list.data?.find((one) => one.format === format);
          return (
            <li key={format} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <div className="min-w-48 flex-1">
                <p className="text-sm font-medium">{t(`export.${format}`)}</p>
                <p className="text-sm text-muted-foreground">{t(`export.${format}Detail`)}</p>
                {made?.status === "FAILED" ? (
                  <p role="alert" className="text-sm text-danger">
                    {t("export.failed", { reason: reasonOf(made.errorCode) })}
                  </p>
                ) : null}
              </div>
              {made?.status === "SUCCEEDED" ? (
                <Button variant="secondary" render={<a href={`/api/exports/${made.id}`} download />}>
                  <Download aria-hidden className="size-4" />
                  {t("export.download", { size: amounts.bytes(made.sizeBytes ?? 0) })}
                </Button>
              ) : (
                <Button
                  variant="secondary"
                  isBusy={made ? isUnderWay(made) : false}
                  title={made && isUnderWay(made) ? t("export.making") : undefined}
                  aria-label={`${t("export.make")}: ${t(`export.${format}`)}`}
                  onClick={() => start.mutate({ versionId, format })}
                >
                  {t("export.make")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );

  function reasonOf(code: string | null): string {
    const reason = `dataError.${code}` as Parameters<typeof t.has>[0];
    return t.has(reason) ? t(reason) : t("dataError.internal");
  }
}

function isUnderWay({ status }: { status: string }): boolean {
  return status === "QUEUED" || status === "RUNNING";
}
