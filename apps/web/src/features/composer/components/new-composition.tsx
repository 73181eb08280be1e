"use client";

import { Button, Card, EmptyState, Field, Select } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client.tsx";
import { composerAddress } from "../composer-address.ts";

/** Of which model a preset is to be composed, and on which images. */
export function NewComposition({ group }: { group: string }) {
  const t = useTranslations("composer.choose");
  const trpc = useTRPC();
  const { data: models } = useSuspenseQuery(trpc.model.list.queryOptions({ group }));
  const { data: datasets } = useSuspenseQuery(trpc.dataset.list.queryOptions({ group }));
  const versions = models.flatMap(({ name, latestVersion }) => (latestVersion ? [{ name, ...latestVersion }] : []));
  const sets = datasets.flatMap(({ name, latestVersion }) => (latestVersion ? [{ name, ...latestVersion }] : []));
  const [chosenVersion, setVersion] = useState<string>();
  const [chosenData, setData] = useState<string>();
  const version = versions.find(({ id }) => id === chosenVersion) ?? versions[0];
  const data = sets.find(({ id }) => id === (chosenData ?? version?.datasetVersionId)) ?? sets[0];
  if (!version || !data) {
    return (
      <EmptyState
        title={t("noModels")}
        actions={<Button render={<Link href={`/g/${group}/models/new`} />}>{t("train")}</Button>}
      >
        {t("noModelsText")}
      </EmptyState>
    );
  }
  const { modelId, number } = version;
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
      <Button
        className="self-start"
        render={<Link href={composerAddress(group, { modelId, number, dataId: data.id })} />}
      >
        {t("open")}
      </Button>
    </Card>
  );
}
