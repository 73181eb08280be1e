import type { Prisma } from "@diaphane/db";
import { withPlainNumbers } from "./model-version-row.ts";
import { publicSummary } from "./public-summary.ts";

/** The released versions of a model and what everybody may know of them, newest first. */
export const releasedVersions = {
  where: { state: "RELEASED" },
  orderBy: { number: "desc" },
  omit: { parentId: true, seenSha256: true },
  include: {
    datasetVersion: {
      select: {
        number: true,
        contentHash: true,
        imageCount: true,
        height: true,
        width: true,
        channels: true,
        classes: true,
        maskClasses: true,
        boxClasses: true,
        summary: true,
        dataset: { select: { name: true, isSynthetic: true, isPublic: true } },
      },
    },
  },
} as const satisfies Prisma.Model$versionsArgs;

/** What is left of retired versions in public: that there were, until when, and why no more. */
export const retiredVersions = {
  where: { state: "RETIRED" },
  orderBy: { number: "desc" },
  select: { number: true, size: true, releasedAt: true, retiredAt: true, retiredReason: true, auditId: true },
} as const satisfies Prisma.Model$versionsArgs;

type ReleasedModel = Prisma.ModelGetPayload<{
  include: { group: { select: { name: true } }; versions: typeof releasedVersions };
}>;

export function showReleased({ groupId: _private, group, versions, ...model }: ReleasedModel) {
  const shown = versions.map(({ datasetVersion, ...version }) => ({
    ...withPlainNumbers(version),
    datasetVersion: { ...datasetVersion, summary: publicSummary(datasetVersion.summary) },
  }));
  return { ...model, groupName: group.name, versions: shown };
}
