import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import type { Actor } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

const include = {
  guests: { select: { userId: true } },
  revisions: { orderBy: { number: "desc" }, take: 1 },
} as const;

/**
 * An audit with its newest revision, for whoever has `scope` in its group. Guest reviewers may read, comment and decide
 * (`isGuest`). Throws like `requireScope`.
 */
export async function findAuditOrThrow(tx: Transaction, actor: Actor, asked: { auditId: string; scope: Scope }) {
  const userId = requireUser(actor);
  const { auditId, scope } = asked;
  const guest = { guests: { some: { userId, user: { disabledAt: null } } } };
  const audit = await tx.audit.findFirst({
    where: { id: auditId, OR: [{ group: memberOf(userId) }, guest] },
    include,
  });
  const [revision] = audit?.revisions ?? [];
  if (!audit || !revision) throw new NotFoundError("audit");
  const isGuest =
    audit.guests.some((one) => one.userId === userId) && (scope === "audit:read" || scope === "audit:decide");
  if (!isGuest) await requireScope(tx, { userId, groupId: audit.groupId, scope, entity: "audit" });
  return { ...audit, revision, userId, isGuest };
}

/** The same, with the audit's row locked for the rest of the transaction: of two who decide at once one comes second. */
export async function lockAuditOrThrow(tx: Transaction, actor: Actor, asked: { auditId: string; scope: Scope }) {
  await tx.$executeRaw`SELECT id FROM audits WHERE id = ${asked.auditId} FOR UPDATE`;
  return await findAuditOrThrow(tx, actor, asked);
}
