import type { Prisma } from "@diaphane/db";

/** Of a sweep's runs the newest of each place, in the sweep's order: one that failed and was tried again is left out. */
export const newestAttempts = {
  distinct: ["sweepPosition"],
  orderBy: [{ sweepPosition: "asc" }, { createdAt: "desc" }, { id: "desc" }],
} satisfies Prisma.TrainingRunFindManyArgs;
