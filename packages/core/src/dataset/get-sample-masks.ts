import { readImages } from "@diaphane/data";
import { requireUser } from "../access/require-actor.ts";
import type { StoreContext } from "../context.ts";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getSampleImagesInput } from "../schemas.ts";
import { findVersionOrThrow } from "./find-dataset.ts";
import { findShards } from "./find-shards.ts";

/**
 * Masks of some samples, for whoever may see their images: uint8 `[indices.length, height, width]`, in the order asked
 * for, each value an index into `classes` or 255 where nobody said what there is. Throws NotFoundError `masks` when the
 * version has none.
 */
export async function getSampleMasks(ctx: StoreContext, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { versionId, indices } = parseInput(getSampleImagesInput, input);
  const { imageCount, height, width, maskClasses } = await findVersionOrThrow(ctx.db, userId, versionId);
  if (maskClasses.length === 0) throw new NotFoundError("masks");
  const outside = indices.find((index) => index >= imageCount);
  if (outside !== undefined) throw new InvalidInputError("no-such-image", { index: outside, imageCount });
  const shards = await findShards(ctx.db, versionId, "MASKS");
  return { masks: await readImages(ctx.store, shards, indices, height * width), height, width, classes: maskClasses };
}
