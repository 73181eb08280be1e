import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import type { Actor } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

const include = {
  analysis: { include: { latentSet: { include: { modelVersion: { include: { model: true } } } } } },
} as const;

/** A preset of one of the user's groups in which the user has `scope`. Throws like `requireScope`. */
export async function findPresetOrThrow(tx: Transaction, actor: Actor, asked: { presetId: string; scope: Scope }) {
  const userId = requireUser(actor);
  const { presetId, scope } = asked;
  const preset = await tx.preset.findFirst({
    where: { id: presetId, analysis: { latentSet: { modelVersion: { model: { group: memberOf(userId) } } } } },
    include,
  });
  if (!preset) throw new NotFoundError("preset");
  const { modelVersion } = preset.analysis.latentSet;
  const { groupId } = modelVersion.model;
  await requireScope(tx, { userId, groupId, scope, entity: "preset" });
  return { ...preset, groupId, userId, modelVersion };
}

/** The same, with the preset's row locked for the rest of the transaction. */
export async function lockPresetOrThrow(tx: Transaction, actor: Actor, asked: { presetId: string; scope: Scope }) {
  await tx.$executeRaw`SELECT id FROM presets WHERE id = ${asked.presetId} FOR UPDATE`;
  return await findPresetOrThrow(tx, actor, asked);
}
