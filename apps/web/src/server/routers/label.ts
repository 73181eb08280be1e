import {
  decideConsensus,
  getAssignment,
  listAssignments,
  listLabelRevisions,
  listSharedLabels,
  saveLabel,
  takeAssignments,
} from "@diaphane/core";
import {
  decideConsensusInput,
  getAssignmentInput,
  listAssignmentsInput,
  listLabelRevisionsInput,
  listSharedLabelsInput,
  saveLabelInput,
  takeAssignmentsInput,
} from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const labelRouter = router({
  take: userProcedure.input(takeAssignmentsInput).mutation(({ ctx, input }) => takeAssignments(ctx, input)),
  assignment: userProcedure.input(getAssignmentInput).query(({ ctx, input }) => getAssignment(ctx, input)),
  finished: userProcedure.input(listAssignmentsInput).query(({ ctx, input }) => listAssignments(ctx, input)),
  revisions: userProcedure.input(listLabelRevisionsInput).query(({ ctx, input }) => listLabelRevisions(ctx, input)),
  shared: userProcedure.input(listSharedLabelsInput).query(({ ctx, input }) => listSharedLabels(ctx, input)),
  decide: userProcedure.input(decideConsensusInput).mutation(({ ctx, input }) => decideConsensus(ctx, input)),
  save: userProcedure.input(saveLabelInput).mutation(({ ctx, input }) => saveLabel(ctx, input)),
});
