import type { Transaction } from "@diaphane/db";
import { recordArtifact } from "../artifact/record-artifact.ts";
import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { publicPresets } from "../preset/public-preset.ts";
import { openOnnxFileInput } from "../schemas.ts";
import { findModelVersionOrThrow } from "./find-model-version.ts";

/** What an ONNX file is made of. */
export interface OnnxMaterial {
  part: string;
  manifest: Uint8Array;
  weights: Uint8Array;
  /** JSON of a released preset with its evidence; null for none. */
  preset: Uint8Array | null;
}

/** How ONNX files are made, which packages/model knows. */
export interface OnnxContext extends StoreContext {
  /** Null for a part that the model has no head for. */
  makeOnnx(material: OnnxMaterial): Promise<Uint8Array | null>;
  /** Files that were made under another number are made anew. */
  exportVersion: number;
}

/**
 * A part of a model version as an ONNX file, for whoever may see the version: made when it is first asked for, and kept.
 *
 * @throws NotFoundError `model-version`, `preset` when no such preset of this version is released, `file` without the part
 */
export async function openOnnxFile(ctx: OnnxContext, input: unknown) {
  const { modelVersionId, part, preset } = parseInput(openOnnxFileInput, input);
  const { exportVersion } = ctx;
  const version = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const presetSha256 = preset === null ? "" : await findPresetOrThrow(ctx.db, modelVersionId, preset);
  const key = { modelVersionId, part, presetSha256, exportVersion };
  const kept = await ctx.db.onnxFile.findUnique({ where: { modelVersionId_part_presetSha256_exportVersion: key } });
  if (kept) return { ...(await ctx.store.open(kept.sha256)), sha256: kept.sha256 };

  const [manifest, weights] = await Promise.all(
    [version.manifestSha256, version.weightsSha256].map((sha256) => ctx.store.read(sha256)),
  );
  if (!manifest || !weights) throw new NotFoundError("file");
  const evidence = presetSha256 === "" ? null : await ctx.store.read(presetSha256);
  const bytes = await ctx.makeOnnx({ part, manifest, weights, preset: evidence });
  if (bytes === null) throw new NotFoundError("file");
  const artifact = await ctx.store.put(bytes, "ONNX");
  const { sha256 } = artifact;
  await ctx.db.$transaction(async (tx) => {
    await recordArtifact(tx, artifact);
    // Two who ask at once make the same file.
    await tx.onnxFile.createMany({ data: [{ ...key, sha256 }], skipDuplicates: true });
  });
  return { ...(await ctx.store.open(sha256)), sha256 };
}

async function findPresetOrThrow(db: Transaction, modelVersionId: string, slug: string): Promise<string> {
  const preset = await db.preset.findFirst({
    ...publicPresets,
    where: { state: "RELEASED", slug, analysis: { latentSet: { modelVersionId } } },
  });
  const sha256 = preset?.analysis.resultSha256;
  if (!sha256) throw new NotFoundError("preset");
  return sha256;
}
