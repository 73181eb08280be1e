import type { Prisma } from "@diaphane/db";

/** What pages say of an audit. */
export const auditWithNames = {
  author: { select: { id: true, name: true } },
  modelVersion: {
    select: { id: true, number: true, state: true, model: { select: { id: true, name: true, slug: true } } },
  },
  preset: { select: { id: true, name: true, slug: true, state: true } },
  revisions: {
    orderBy: { number: "asc" },
    include: {
      review: true,
      report: {
        select: {
          parameters: true,
          latentSet: {
            select: {
              datasetVersion: { select: { id: true, number: true, dataset: { select: { id: true, name: true } } } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.AuditInclude;
