"use client";

import { Button, EmptyState, Field, Select } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client.tsx";

/** Of which model, and on which images: the newest version of each; the images that it was trained on unless others are chosen. */
export function useAuditedVersion(
  group: string,
  asked: { model?: string | undefined; data?: string | undefined } = {},
) {
  const trpc = useTRPC();
  const { data: models } = useSuspenseQuery(trpc.model.list.queryOptions({ group }));
  const { data: datasets } = useSuspenseQuery(trpc.dataset.list.queryOptions({ group }));
  const versions = models.flatMap(({ name, latestVersion }) => (latestVersion ? [{ name, ...latestVersion }] : []));
  const sets = datasets.flatMap(({ name, latestVersion }) => (latestVersion ? [{ name, ...latestVersion }] : []));
  const [chosenVersion, setVersion] = useState(asked.model);
  const [chosenData, setData] = useState(asked.data);
  const version = versions.find(({ id }) => id === chosenVersion) ?? versions[0];
  const data = sets.find(({ id }) => id === (chosenData ?? version?.datasetVersionId)) ?? sets[0];
  return { versions, sets, version, data, setVersion, setData };
}

/** The choice of both. @param dataHelp what other images than those trained on are good for */
export function AuditedVersionFields({
  choice: { versions, sets, version, data, setVersion, setData },
  dataHelp,
}: {
  choice: ReturnType<typeof useAuditedVersion>;
  dataHelp: string;
}) {
  const t = useTranslations("bias.form");
  const optionsOf = (all: readonly { id: string; name: string; number: number }[]) =>
    all.map(({ id, name, number }) => ({ value: id, label: t("version", { name, number }) }));
  return (
    <>
      <Field label={t("model")}>
        {(control) => (
          <Select {...control} value={version?.id ?? ""} onValueChange={setVersion} options={optionsOf(versions)} />
        )}
      </Field>
      <Field label={t("data")} help={dataHelp}>
        {(control) => <Select {...control} value={data?.id ?? ""} onValueChange={setData} options={optionsOf(sets)} />}
      </Field>
    </>
  );
}

/** In place of either form where no model is trained yet. */
export function NoVersionYet({ group, text }: { group: string; text: string }) {
  const t = useTranslations("bias.form");
  return (
    <EmptyState
      title={t("noModels")}
      actions={<Button render={<Link href={`/g/${group}/models/new`} />}>{t("train")}</Button>}
    >
      {text}
    </EmptyState>
  );
}
