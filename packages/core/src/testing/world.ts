import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Role } from "@diaphane/db";
import { createTestDatabase, makeGroup, makeMember, makeUser } from "@diaphane/db/testing";
import { openArtifactStore } from "../artifact/open-artifact-store.ts";
import type { Actor, StoreContext } from "../context.ts";
import { prepareQueues } from "../jobs/prepare-database.ts";

/** A database with its job queue, a store, and a group with one member of every role. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

export async function makeWorld() {
  const database = await createTestDatabase({ name: "diaphane_core_template", prepare: prepareQueues });
  const { db } = database;
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-store-"));
  const storeUrl = pathToFileURL(folder).href;
  const store = await openArtifactStore(storeUrl, db);
  const group = await makeGroup(db);
  const users = {
    annotator: await makeMember(db, group.id, "ANNOTATOR"),
    researcher: await makeMember(db, group.id, "RESEARCHER"),
    reviewer: await makeMember(db, group.id, "REVIEWER"),
    owner: await makeMember(db, group.id, "OWNER"),
    outsider: await makeUser(db),
  };
  const as = (actor: Actor): StoreContext => ({ actor, db, store });
  const asUser = (user: { id: string }) => as({ kind: "user", userId: user.id });
  return {
    db,
    url: database.url,
    cutOff: database.cutOff,
    store,
    storeUrl,
    group,
    users,
    asUser,
    annotator: asUser(users.annotator),
    researcher: asUser(users.researcher),
    reviewer: asUser(users.reviewer),
    owner: asUser(users.owner),
    outsider: asUser(users.outsider),
    visitor: as({ kind: "public" }),
    worker: as({ kind: "worker" }),
    async setRole(user: { id: string }, role: Role) {
      await db.membership.updateMany({ where: { userId: user.id, groupId: group.id }, data: { role } });
    },
    async auditActions(chain = group.id) {
      const events = await db.auditEvent.findMany({ where: { chain }, orderBy: { sequence: "asc" } });
      return events.map((event) => event.action);
    },
    async close() {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A hash that names nothing. */
export function someSha256(): string {
  return randomUUID().replaceAll("-", "").repeat(2);
}
