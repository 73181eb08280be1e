import type { Prisma } from "@diaphane/db";
import { withPlainNumbers } from "../model/model-version-row.ts";

/** A run beside others: what it was told, what it was trained on, and the version that it made. */
export const runWithResult = {
  omit: { claim: true, checkpointSha256: true },
  include: {
    model: { select: { id: true, name: true } },
    datasetVersion: {
      select: {
        id: true,
        number: true,
        contentHash: true,
        dataset: { select: { id: true, name: true, isSynthetic: true } },
      },
    },
    modelVersion: {
      select: {
        id: true,
        number: true,
        parameterCount: true,
        multiplyAdds: true,
        bundleSizeBytes: true,
        metrics: true,
      },
    },
  },
} as const satisfies Prisma.TrainingRunDefaultArgs;

export function showRunWithResult({ modelVersion, ...run }: Prisma.TrainingRunGetPayload<typeof runWithResult>) {
  return { ...run, modelVersion: modelVersion && withPlainNumbers(modelVersion) };
}
