"use client";

import { Button, Card, Checkbox } from "@diaphane/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { AuditedVersionFields, NoVersionYet, useAuditedVersion } from "./audited-version.tsx";

/** What a link to the form asks for already. */
export interface AskedReport {
  model?: string | undefined;
  data?: string | undefined;
  by?: string | undefined;
}

/** Which model, on which images, compared by what. */
export function NewReport({ group, asked }: { group: string; asked: AskedReport }) {
  const t = useTranslations("bias.form");
  const trpc = useTRPC();
  const router = useRouter();
  const [picked, setPicked] = useState<Readonly<Record<string, boolean>>>({});
  const choice = useAuditedVersion(group, asked);
  const { version, data } = choice;
  const distributions = useQuery({
    ...trpc.dataset.distributions.queryOptions({ versionId: data?.id ?? "" }),
    enabled: data !== undefined,
  });
  const derived = useQuery({
    ...trpc.attribute.list.queryOptions({ versionId: data?.id ?? "" }),
    enabled: data !== undefined,
  });
  const start = useMutation(
    trpc.report.start.mutationOptions({ onSuccess: ({ id }) => router.push(`/g/${group}/bias/${id}`) }),
  );
  if (!version || !data) return <NoVersionYet group={group} text={t("noModelsText")} />;
  // Measured ones are left out unless asked for: a report over a dozen attributes is long, and finds less.
  const own = (distributions.data?.attributes ?? []).map(({ name, kind }) => ({
    name,
    isUsual: kind !== "CONTINUOUS",
  }));
  const seen = (derived.data ?? []).map(({ name }) => ({ name, isUsual: true }));
  const offered = [...own, ...seen].map(({ name, isUsual }) => ({
    name,
    isChosen: picked[name] ?? (name === asked.by || isUsual),
  }));
  const attributes = offered.filter(({ isChosen }) => isChosen).map(({ name }) => name);
  return (
    <Card className="flex max-w-2xl flex-col gap-5">
      <AuditedVersionFields choice={choice} dataHelp={t("dataHelp")} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t("attributes")}</legend>
        {offered.map(({ name, isChosen }) => (
          <Checkbox
            key={name}
            label={name}
            checked={isChosen}
            onCheckedChange={(checked) => setPicked((before) => ({ ...before, [name]: checked }))}
          />
        ))}
        <p className="text-[0.8125rem] text-muted-foreground">{offered.length > 0 ? t("attributesHelp") : t("none")}</p>
      </fieldset>
      {start.error ? <ApiError error={start.error} /> : null}
      <Button
        className="self-start"
        isBusy={start.isPending || start.isSuccess}
        disabled={attributes.length === 0}
        onClick={() =>
          start.mutate({
            ...{ modelVersionId: version.id, datasetVersionId: data.id },
            request: { kind: "BIAS_REPORT", attributes },
          })
        }
      >
        {t("start")}
      </Button>
    </Card>
  );
}
