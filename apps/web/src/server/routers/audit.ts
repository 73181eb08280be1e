import {
  acceptGuestReview,
  commentAudit,
  decideAudit,
  getAudit,
  getPublicAudit,
  inviteGuestReviewer,
  listAudits,
  readAuditCases,
  resolveComment,
  reviseAudit,
  submitAudit,
  withdrawAudit,
} from "@diaphane/core";
import {
  acceptGuestReviewInput,
  commentAuditInput,
  decideAuditInput,
  getAuditInput,
  getPublicAuditInput,
  inviteGuestReviewerInput,
  listAuditsInput,
  resolveCommentInput,
  reviseAuditInput,
  submitAuditInput,
  withdrawAuditInput,
} from "@diaphane/core/schemas";
import { publicProcedure, router, userProcedure } from "../trpc.ts";

export const auditRouter = router({
  list: userProcedure.input(listAuditsInput).query(({ ctx, input }) => listAudits(ctx, input)),
  get: userProcedure.input(getAuditInput).query(({ ctx, input }) => getAudit(ctx, input)),
  cases: userProcedure.input(getAuditInput).query(({ ctx, input }) => readAuditCases(ctx, input)),
  public: publicProcedure.input(getPublicAuditInput).query(({ ctx, input }) => getPublicAudit(ctx, input)),
  submit: userProcedure.input(submitAuditInput).mutation(({ ctx, input }) => submitAudit(ctx, input)),
  revise: userProcedure.input(reviseAuditInput).mutation(({ ctx, input }) => reviseAudit(ctx, input)),
  withdraw: userProcedure.input(withdrawAuditInput).mutation(({ ctx, input }) => withdrawAudit(ctx, input)),
  comment: userProcedure.input(commentAuditInput).mutation(({ ctx, input }) => commentAudit(ctx, input)),
  resolveComment: userProcedure.input(resolveCommentInput).mutation(({ ctx, input }) => resolveComment(ctx, input)),
  decide: userProcedure.input(decideAuditInput).mutation(({ ctx, input }) => decideAudit(ctx, input)),
  invite: userProcedure.input(inviteGuestReviewerInput).mutation(({ ctx, input }) => inviteGuestReviewer(ctx, input)),
  accept: userProcedure.input(acceptGuestReviewInput).mutation(({ ctx, input }) => acceptGuestReview(ctx, input)),
});
