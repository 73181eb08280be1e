import { signUpUser, updateUserLocale } from "@diaphane/core";
import { signUpUserInput, updateUserLocaleInput } from "@diaphane/core/schemas";
import { publicProcedure, router, userProcedure } from "../trpc.ts";

/** Whoever is looking. */
export const viewerRouter = router({
  get: publicProcedure.query(({ ctx: { viewer } }) => {
    if (!viewer) return { user: null, groups: [] };
    const { groups, ...user } = viewer;
    return { user, groups };
  }),
  signUp: publicProcedure.input(signUpUserInput).mutation(({ ctx, input }) => signUpUser(ctx, input)),
  updateLocale: userProcedure.input(updateUserLocaleInput).mutation(({ ctx, input }) => updateUserLocale(ctx, input)),
});
