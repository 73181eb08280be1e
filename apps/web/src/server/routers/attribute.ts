import { listDerivedAttributes, nameSlices, removeDerivedAttribute, renameDerivedAttribute } from "@diaphane/core";
import {
  listDerivedAttributesInput,
  nameSlicesInput,
  removeDerivedAttributeInput,
  renameDerivedAttributeInput,
} from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

/** What was seen in slices of bias reports, as attributes of the data. */
export const attributeRouter = router({
  list: userProcedure.input(listDerivedAttributesInput).query(({ ctx, input }) => listDerivedAttributes(ctx, input)),
  name: userProcedure.input(nameSlicesInput).mutation(({ ctx, input }) => nameSlices(ctx, input)),
  rename: userProcedure
    .input(renameDerivedAttributeInput)
    .mutation(({ ctx, input }) => renameDerivedAttribute(ctx, input)),
  remove: userProcedure
    .input(removeDerivedAttributeInput)
    .mutation(({ ctx, input }) => removeDerivedAttribute(ctx, input)),
});
