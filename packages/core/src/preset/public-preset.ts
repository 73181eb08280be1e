import type { Prisma } from "@diaphane/db";
import { latentSetWithNames } from "../analysis/latent-set-with-names.ts";

/** Presets that everybody may see, retired ones as a tombstone, and what is told of them. */
export const publicPresets = {
  where: { state: { in: ["RELEASED", "RETIRED"] } },
  select: {
    id: true,
    slug: true,
    name: true,
    description: true,
    state: true,
    releasedAt: true,
    retiredAt: true,
    retiredReason: true,
    auditId: true,
    analysis: { select: { parameters: true, resultSha256: true, latentSet: latentSetWithNames } },
  },
} as const satisfies Prisma.PresetFindManyArgs;
