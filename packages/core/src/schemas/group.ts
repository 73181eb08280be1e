import { z } from "zod";
import { count, displayName, id, pageSize, role, slug } from "./common-fields.ts";

/** Without a slug one is made of the name. */
export const createGroupInput = z.object({ name: displayName, slug: slug.min(2).optional() });
export const getGroupInput = z.object({ group: slug });
export const listMembersInput = z.object({ group: slug });
export const changeMemberRoleInput = z.object({ group: slug, userId: id, role });
export const removeMemberInput = z.object({ group: slug, userId: id });

export const createInvitationInput = z.object({ group: slug, role, expiresInDays: z.int().min(1).max(90).default(14) });
export const listInvitationsInput = z.object({ group: slug });
export const revokeInvitationInput = z.object({ group: slug, invitationId: id });
const token = z.string().min(20).max(100);
export const getInvitationInput = z.object({ token });
export const acceptInvitationInput = z.object({ token });

export const listAuditEventsInput = z.object({
  group: slug,
  /** Gives the events before this one; newest first. */
  beforeSequence: count.min(1).optional(),
  /** Actions to leave out: an overview is not for every label that somebody saves. */
  without: z.array(z.string().max(60)).max(20).default([]),
  limit: pageSize,
});
