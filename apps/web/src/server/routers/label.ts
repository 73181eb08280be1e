import { getAssignment, listAssignments, listLabelRevisions, saveLabel, takeAssignments } from "@diaphane/core";
import {
  getAssignmentInput,
  listAssignmentsInput,
  listLabelRevisionsInput,
  saveLabelInput,
  takeAssignmentsInput,
} from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const labelRouter = router({
  take: userProcedure.input(takeAssignmentsInput).mutation(({ ctx, input }) => takeAssignments(ctx, input)),
  assignment: userProcedure.input(getAssignmentInput).query(({ ctx, input }) => getAssignment(ctx, input)),
  finished: userProcedure.input(listAssignmentsInput).query(({ ctx, input }) => listAssignments(ctx, input)),
  revisions: userProcedure.input(listLabelRevisionsInput).query(({ ctx, input }) => listLabelRevisions(ctx, input)),
  save: userProcedure.input(saveLabelInput).mutation(({ ctx, input }) => saveLabel(ctx, input)),
});
