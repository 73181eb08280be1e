import type { Prisma } from "@diaphane/db";

/** What pages say of the model and the data that an analysis is of. */
export const latentSetWithNames = {
  select: {
    id: true,
    modelVersion: {
      select: {
        id: true,
        number: true,
        bundleHash: true,
        state: true,
        model: { select: { id: true, name: true, slug: true } },
      },
    },
    datasetVersion: {
      select: {
        id: true,
        number: true,
        contentHash: true,
        classes: true,
        dataset: { select: { id: true, name: true, isSynthetic: true } },
      },
    },
  },
} as const satisfies Prisma.LatentSetDefaultArgs;
