import { readImages } from "@diaphane/data";
import { requireUser } from "../access/require-actor.ts";
import type { StoreContext } from "../context.ts";
import { InvalidInputError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getSampleImagesInput } from "../schemas.ts";
import { findVersionOrThrow } from "./find-dataset.ts";
import { findShards } from "./find-shards.ts";

/** Pixels of some samples: uint8 `[indices.length, height, width, channels]`, in the order asked for. */
export async function getSampleImages(ctx: StoreContext, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { versionId, indices } = parseInput(getSampleImagesInput, input);
  const { imageCount, height, width, channels } = await findVersionOrThrow(ctx.db, userId, versionId);
  const outside = indices.find((index) => index >= imageCount);
  if (outside !== undefined) throw new InvalidInputError("no-such-image", { index: outside, imageCount });
  const shards = await findShards(ctx.db, versionId, "IMAGES");
  const images = await readImages(ctx.store, shards, indices, height * width * channels);
  return { images, height, width, channels };
}
