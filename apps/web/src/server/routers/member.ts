import { changeMemberRole, listMembers, removeMember } from "@diaphane/core";
import { changeMemberRoleInput, listMembersInput, removeMemberInput } from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const memberRouter = router({
  list: userProcedure.input(listMembersInput).query(({ ctx, input }) => listMembers(ctx, input)),
  changeRole: userProcedure.input(changeMemberRoleInput).mutation(({ ctx, input }) => changeMemberRole(ctx, input)),
  remove: userProcedure.input(removeMemberInput).mutation(({ ctx, input }) => removeMember(ctx, input)),
});
