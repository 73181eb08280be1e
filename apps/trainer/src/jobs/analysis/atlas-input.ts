import { findSiblingCodes } from "@diaphane/core";
import { type AtlasInput, emptyLatentRows, unpackLatentRows } from "@diaphane/model";
import { rowsOf } from "@diaphane/model/probe";
import { basisOf } from "./basis.ts";
import { knownColumns } from "./known-columns.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/** More images make no interval narrower than anybody reads, and every latent is ranked over all of them. */
const mostImages = 10_000;

/** Codes, labels and attributes of the images that an atlas is made on, and their codes by other trainings. */
export async function atlasInput({ services, claimed, rows }: ReadyAnalysis): Promise<AtlasInput> {
  const { indices, heldOut } = basisOf(claimed, mostImages);
  const siblings: AtlasInput["siblings"][number][] = [];
  for (const { version, seed, classCount, shards } of await findSiblingCodes(services.ctx, {
    latentSetId: claimed.latentSetId,
  })) {
    const theirs = emptyLatentRows(rows.count, { latentDim: rows.latentDim, classCount });
    for (const shard of shards) unpackLatentRows(await services.store.read(shard.sha256), theirs, shard.firstIndex);
    siblings.push({ version, seed, mu: rowsOf(theirs.mu, rows.latentDim, indices) });
  }
  return {
    mu: rowsOf(rows.mu, rows.latentDim, indices),
    heldOut,
    known: knownColumns(claimed, indices),
    subjects: claimed.subjects && indices.map((index) => claimed.subjects?.[index] ?? null),
    siblings,
  };
}
