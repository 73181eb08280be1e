"use client";

import { Button, Dialog, Field, Select, Textarea } from "@diaphane/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

const version = "version";

export interface SubmitDialogProps {
  group: string;
  reportId: string;
  modelVersionId: string;
}

/** Hands the report's model version in for review, or one of its presets. */
export function SubmitDialog({ group, reportId, modelVersionId }: SubmitDialogProps) {
  const t = useTranslations("reviews.submit");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const router = useRouter();
  const [what, setWhat] = useState(version);
  const [note, setNote] = useState("");
  const presets = useQuery(trpc.preset.list.queryOptions({ group, modelVersionId }));
  const submit = useMutation(
    trpc.audit.submit.mutationOptions({ onSuccess: ({ id }) => router.push(`/g/${group}/reviews/${id}`) }),
  );
  const finished = presets.data?.filter(({ analysis }) => analysis.status === "SUCCEEDED") ?? [];
  const of = what === version ? {} : { presetId: what };
  return (
    <Dialog
      trigger={<Button>{t("open")}</Button>}
      title={t("title")}
      description={t("lead")}
      closeLabel={common("close")}
      footer={
        <Button
          isBusy={submit.isPending || submit.isSuccess}
          disabled={note.trim().length < 3}
          onClick={() => submit.mutate({ reportId, note, ...of })}
        >
          {t("send")}
        </Button>
      }
    >
      {submit.error ? <ApiError error={submit.error} /> : null}
      <Field label={t("what")}>
        {(control) => (
          <Select
            {...control}
            value={what}
            onValueChange={setWhat}
            options={[
              { value: version, label: t("version") },
              ...finished.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <Field label={t("note")} help={t("noteHelp")}>
        {(control) => (
          <Textarea {...control} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
