"use client";

import { Button, Card, CardHeader, Field, Select, Textarea } from "@diaphane/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import type { Audit } from "./audit-page.tsx";

/** Hands in again, with another report of the same version or the same one. */
export function ReviseForm({ audit, group }: { audit: Audit; group: string }) {
  const t = useTranslations("reviews.revise");
  const format = useFormatter();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [chosen, setChosen] = useState<string>();
  const reports = useQuery(trpc.report.list.queryOptions({ group, modelVersionId: audit.modelVersionId }));
  const finished = reports.data?.filter(({ status }) => status === "SUCCEEDED") ?? [];
  const reportId = chosen ?? finished[0]?.id ?? "";
  const revise = useMutation(
    trpc.audit.revise.mutationOptions({ onSettled: () => client.invalidateQueries(trpc.audit.pathFilter()) }),
  );
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title={t("title")} description={reports.data && finished.length === 0 ? t("noReports") : t("lead")} />
      <Field label={t("report")}>
        {(control) => (
          <Select
            {...control}
            value={reportId}
            onValueChange={setChosen}
            options={finished.map(({ id, createdAt, latentSet }) => ({
              value: id,
              label: `${latentSet.datasetVersion.dataset.name} · ${format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}`,
            }))}
          />
        )}
      </Field>
      <Field label={t("note")}>
        {(control) => (
          <Textarea {...control} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {revise.error ? <ApiError error={revise.error} /> : null}
      <Button
        isBusy={revise.isPending}
        disabled={note.trim().length < 3 || reportId === ""}
        onClick={() => revise.mutate({ auditId: audit.id, reportId, note })}
      >
        {t("send")}
      </Button>
    </Card>
  );
}
