import { acceptInvitation, createInvitation, getInvitation, listInvitations, revokeInvitation } from "@diaphane/core";
import {
  acceptInvitationInput,
  createInvitationInput,
  getInvitationInput,
  listInvitationsInput,
  revokeInvitationInput,
} from "@diaphane/core/schemas";
import { publicProcedure, router, userProcedure } from "../trpc.ts";

export const invitationRouter = router({
  /** What a link leads to; whoever holds it may know. */
  get: publicProcedure.input(getInvitationInput).query(({ ctx, input }) => getInvitation(ctx, input)),
  list: userProcedure.input(listInvitationsInput).query(({ ctx, input }) => listInvitations(ctx, input)),
  create: userProcedure.input(createInvitationInput).mutation(({ ctx, input }) => createInvitation(ctx, input)),
  revoke: userProcedure.input(revokeInvitationInput).mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  accept: userProcedure.input(acceptInvitationInput).mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});
