import { z } from "zod";
import { count, id, slug } from "./common-fields.ts";
import { maxImagesPerRequest } from "./dataset.ts";
import { reason } from "./preset.ts";

/** Number of a revision, from 1. */
const ordinal = count.min(1);

/** What a reviewer works down before approving. */
export const checklistItems = ["data", "metrics", "subgroups", "use", "limits"] as const;
export type ChecklistItem = (typeof checklistItems)[number];

const checked = z.object({ isMet: z.boolean(), note: z.string().trim().max(2000).default("") });
export const checklist = z.object({
  data: checked,
  metrics: checked,
  subgroups: checked,
  use: checked,
  limits: checked,
} satisfies Record<ChecklistItem, typeof checked>);
export type Checklist = z.infer<typeof checklist>;

export const auditState = z.enum(["SUBMITTED", "CHANGES_REQUESTED", "APPROVED", "REJECTED", "WITHDRAWN"]);
export const auditDecision = z.enum(["APPROVED", "REJECTED", "CHANGES_REQUESTED"]);

/** Of a preset when one is named, else of the model version that the report is about. */
const submitted = { reportId: id, presetId: id.optional(), note: reason };
export const submitAuditInput = z.object(submitted);
export const reviseAuditInput = z.object({ auditId: id, reportId: id, note: reason });
export const withdrawAuditInput = z.object({ auditId: id, reason });
export const decideAuditInput = z.object({
  auditId: id,
  /** The revision that was read: a newer one is not decided on unseen. */
  revision: ordinal,
  decision: auditDecision,
  reasons: reason,
  checklist,
});
export const commentAuditInput = z.object({
  auditId: id,
  revision: ordinal,
  /** A figure of the report; without one: the whole. */
  figure: z.string().min(1).max(300).optional(),
  /** A comment of the same audit, which answers none itself; the answer is about the same figure. */
  answers: id.optional(),
  text: z.string().trim().min(1).max(4000),
});
/** Whether it is dealt with. */
export const resolveCommentInput = z.object({ auditId: id, commentId: id, isResolved: z.boolean() });
export const openAuditReportInput = z.object({
  auditId: id,
  /** The newest unless given. */ revision: ordinal.optional(),
});
export const getAuditInput = z.object({ auditId: id });
export const getAuditImagesInput = z.object({ auditId: id, indices: z.array(count).min(1).max(maxImagesPerRequest) });
export const listAuditsInput = z.object({
  group: slug,
  state: z.array(auditState).max(5).optional(),
  /** Gives the audits handed in before that one; newest first. */
  beforeAuditId: id.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const getPublicAuditInput = z.object({ auditId: id });
export const inviteGuestReviewerInput = z.object({
  auditId: id,
  expiresInDays: z.int().min(1).max(90).default(14),
});
export const acceptGuestReviewInput = z.object({ token: z.string().min(20).max(100) });
