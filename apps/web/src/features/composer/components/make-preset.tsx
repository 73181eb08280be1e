"use client";

import { Button, Field, Input, Select } from "@diaphane/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { composingSeed } from "../cases/composing-seed.ts";
import type { Recipe } from "../engine/protocol.ts";

export interface MakePresetProps {
  group: string;
  modelVersionId: string;
  datasetVersionId: string;
  recipe: Recipe;
  alpha: number;
}

const none = "none";

/** Hands exactly this composition to a trainer, which fits it again and scores it once on the evidence set. */
export function MakePreset({ group, modelVersionId, datasetVersionId, recipe, alpha }: MakePresetProps) {
  const t = useTranslations("composer.make");
  const router = useRouter();
  const trpc = useTRPC();
  const [name, setName] = useState("");
  const [external, setExternal] = useState(none);
  const datasets = useQuery(trpc.dataset.list.queryOptions({ group }));
  const others = (datasets.data ?? []).flatMap(({ name: of, latestVersion }) =>
    latestVersion && latestVersion.id !== datasetVersionId
      ? [{ value: latestVersion.id, label: t("version", { name: of, number: latestVersion.number }) }]
      : [],
  );
  const start = useMutation(
    trpc.preset.start.mutationOptions({ onSuccess: ({ id }) => router.push(`/g/${group}/bias/presets/${id}`) }),
  );
  return (
    <form
      aria-label={t("title")}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const elsewhere = external === none ? {} : { externalDatasetVersionId: external };
        const request = { ...recipe, attributes: [...recipe.attributes], alpha, seed: composingSeed, ...elsewhere };
        start.mutate({ modelVersionId, datasetVersionId, name, request: { kind: "PRESET", ...request } });
      }}
    >
      <Field label={t("name")} help={t("help")}>
        {(control) => (
          <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {others.length > 0 ? (
        <Field label={t("external")} help={t("externalHelp")}>
          {(control) => (
            <Select
              {...control}
              value={external}
              onValueChange={setExternal}
              options={[{ value: none, label: t("noExternal") }, ...others]}
            />
          )}
        </Field>
      ) : null}
      {start.error ? <ApiError error={start.error} /> : null}
      <Button type="submit" isBusy={start.isPending || start.isSuccess} disabled={name.trim() === ""}>
        {t("start")}
      </Button>
    </form>
  );
}
