import { importSource } from "@diaphane/core/schemas";
import { TRPCError } from "@trpc/server";
import { cache } from "react";
import { api } from "@/trpc/server.tsx";

/** A data set with one of its versions (the newest unless named); null when there is none that the reader may see. */
export const loadDataset = cache(async (datasetId: string, versionId: string | undefined) => {
  const dataset = await api()
    .dataset.get({ datasetId })
    .catch((error: unknown) => {
      if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
      throw error;
    });
  if (!dataset) return null;
  const { id, name, description, isSynthetic, versions, imports, group } = dataset;
  const chosen = versionId === undefined ? versions[0] : versions.find((version) => version.id === versionId);
  if (!chosen && versionId !== undefined) return null;
  const shown = versions.map((version) => ({ id: version.id, number: version.number, imageCount: version.imageCount }));
  const about = { id, name, description, isSynthetic, group: group.slug, versions: shown };
  if (!chosen) return { ...about, version: null };
  const summary = await api().dataset.distributions({ versionId: chosen.id });
  const source = importSource.safeParse(imports.find((job) => job.datasetVersionId === chosen.id)?.source).data;
  return { ...about, version: { ...chosen, summary, fileName: source?.kind === "upload" ? source.fileName : null } };
});

export type DatasetDetail = NonNullable<Awaited<ReturnType<typeof loadDataset>>>;
