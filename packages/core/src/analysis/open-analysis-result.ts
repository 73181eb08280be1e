import { requireUser } from "../access/require-actor.ts";
import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { openAnalysisResultInput } from "../schemas.ts";
import { findAnalysisOrThrow } from "./find-analysis.ts";

/** What an analysis found, as JSON; streamed, and verified on the way. */
export async function openAnalysisResult(ctx: StoreContext, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { analysisId } = parseInput(openAnalysisResultInput, input);
  const { resultSha256 } = await findAnalysisOrThrow(ctx.db, { userId, analysisId, scope: "analysis:read" });
  if (!resultSha256) throw new NotFoundError("analysis-result");
  return { ...(await ctx.store.open(resultSha256)), sha256: resultSha256 };
}
