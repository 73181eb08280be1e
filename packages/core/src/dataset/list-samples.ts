import type { Split } from "@diaphane/db";
import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listSamplesInput, type SampleBox } from "../schemas.ts";
import { findVersionOrThrow } from "./find-dataset.ts";
import { sampleWhere } from "./sample-where.ts";

export interface SampleRow {
  index: number;
  split: Split;
  /** Index into the version's classes; null when unlabelled. */
  label: number | null;
  subject: string | null;
  attributes: Record<string, string | number | null>;
  /** In pixels. Empty: there is none; null: nobody looked. */
  boxes: SampleBox[] | null;
}

/** A page of samples that pass a filter, with all that is known of each, in index order. */
export async function listSamples(ctx: Context, input: unknown): Promise<SampleRow[]> {
  const userId = requireUser(ctx.actor);
  const { versionId, filter, afterIndex, limit } = parseInput(listSamplesInput, input);
  await findVersionOrThrow(ctx.db, userId, versionId);
  return await ctx.db.$queryRaw<SampleRow[]>`
    SELECT index, split::text AS split, label, subject, attributes, boxes
    FROM samples WHERE ${sampleWhere(versionId, filter)} AND index > ${afterIndex}
    ORDER BY index LIMIT ${limit}`;
}
