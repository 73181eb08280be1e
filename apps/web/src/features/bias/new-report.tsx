"use client";

import { Button, Card, Checkbox, EmptyState, Field, Select } from "@diaphane/ui";
import { useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

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
  const { data: models } = useSuspenseQuery(trpc.model.list.queryOptions({ group }));
  const { data: datasets } = useSuspenseQuery(trpc.dataset.list.queryOptions({ group }));
  const versions = models.flatMap(({ name, latestVersion }) => (latestVersion ? [{ name, ...latestVersion }] : []));
  const sets = datasets.flatMap(({ name, latestVersion }) => (latestVersion ? [{ name, ...latestVersion }] : []));
  const [chosenVersion, setVersion] = useState(asked.model);
  const [chosenData, setData] = useState(asked.data);
  const [picked, setPicked] = useState<Readonly<Record<string, boolean>>>({});
  const version = versions.find(({ id }) => id === chosenVersion) ?? versions[0];
  const data = sets.find(({ id }) => id === (chosenData ?? version?.datasetVersionId)) ?? sets[0];
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
  if (!version || !data) {
    return (
      <EmptyState
        title={t("noModels")}
        actions={<Button render={<Link href={`/g/${group}/models/new`} />}>{t("noModels")}</Button>}
      >
        {t("noModelsText")}
      </EmptyState>
    );
  }
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
      <Field label={t("model")}>
        {(control) => (
          <Select
            {...control}
            value={version.id}
            onValueChange={setVersion}
            options={versions.map(({ id, name, number }) => ({ value: id, label: t("version", { name, number }) }))}
          />
        )}
      </Field>
      <Field label={t("data")} help={t("dataHelp")}>
        {(control) => (
          <Select
            {...control}
            value={data.id}
            onValueChange={setData}
            options={sets.map(({ id, name, number }) => ({ value: id, label: t("version", { name, number }) }))}
          />
        )}
      </Field>
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
