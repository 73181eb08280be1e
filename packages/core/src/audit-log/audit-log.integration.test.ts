import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorld, type World } from "../testing/world.ts";
import { appendAuditEvent } from "./append-audit-event.ts";
import { getLogHead } from "./get-log-head.ts";
import { listAuditEvents } from "./list-audit-events.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";
import { verifyGroupLog } from "./verify-group-log.ts";
import { verifyLog } from "./verify-log.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

function append(chain: string, data = {}) {
  const event = { chain, action: "test.happen", actorId: null, subjectType: "test", subjectId: "1", data };
  return world.db.$transaction((tx) => appendAuditEvent(tx, event));
}

/** Changes the table behind the triggers' back, as somebody with the database's password could. */
function tamper(sql: string) {
  return world.db.$transaction([
    world.db.$executeRawUnsafe("ALTER TABLE audit_events DISABLE TRIGGER USER"),
    world.db.$executeRawUnsafe(sql),
    world.db.$executeRawUnsafe("ALTER TABLE audit_events ENABLE TRIGGER USER"),
  ]);
}

describe("the audit log", () => {
  test("stays one chain when many write at once", async () => {
    await Promise.all(Array.from({ length: 25 }, (_, i) => append("busy", { i })));
    expect(await verifyAuditChain(world.db, "busy")).toEqual({ isIntact: true, events: 25 });
  });

  test("hashes what the database keeps, whatever the order of keys and the kind of number", async () => {
    await append("json", { z: 1.0, a: { é: "ü", n: 1e21, f: 0.1 + 0.2, list: [null, true, "\u2028"] }, no: undefined });
    expect(await verifyAuditChain(world.db, "json")).toEqual({ isIntact: true, events: 1 });
  });

  test("has nothing when the write that it tells of is undone", async () => {
    const event = { chain: "undone", action: "test.happen", actorId: null, subjectType: "test", subjectId: "1" };
    const failing = world.db.$transaction(async (tx) => {
      await appendAuditEvent(tx, event);
      throw new Error("the write failed");
    });
    await expect(failing).rejects.toThrow("the write failed");
    expect(await world.auditActions("undone")).toEqual([]);
  });

  test("refuses update, delete and truncate", async () => {
    await append("kept");
    const { db } = world;
    await expect(db.auditEvent.updateMany({ data: { action: "x" } })).rejects.toThrow(/immutable/);
    await expect(db.auditEvent.deleteMany()).rejects.toThrow(/immutable/);
    await expect(db.$executeRawUnsafe("TRUNCATE audit_events")).rejects.toThrow(/immutable/);
  });

  test.each([
    ["changed", "UPDATE audit_events SET data = '{\"i\":99}' WHERE chain = 'changed' AND sequence = 2", 2],
    ["removed", "DELETE FROM audit_events WHERE chain = 'removed' AND sequence = 2", 2],
    [
      "backdated",
      "UPDATE audit_events SET created_at = now() - interval '1 day' WHERE chain = 'backdated' AND sequence = 3",
      3,
    ],
    ["cut off", "DELETE FROM audit_events WHERE chain = 'cut off' AND sequence = 3", 3],
    ["renamed", "UPDATE audit_events SET actor_id = 'somebody' WHERE chain = 'renamed' AND sequence = 1", 1],
  ])("shows an event that was %s", async (chain, sql, firstBadSequence) => {
    for (let i = 0; i < 3; i++) await append(chain, { i });
    expect(await verifyAuditChain(world.db, chain)).toEqual({ isIntact: true, events: 3 });
    await tamper(sql);
    expect(await verifyAuditChain(world.db, chain)).toEqual({ isIntact: false, firstBadSequence });
  });

  test("is checked as a whole, against hashes that somebody noted before too", async () => {
    for (let i = 0; i < 3; i++) await append("noted", { i });
    const noted = await getLogHead(world.visitor);
    expect(noted.chains).toContainEqual(expect.objectContaining({ chain: "noted", sequence: 3 }));
    await append("noted");
    const whole = await verifyLog(world.db, noted);
    expect(whole.problems.filter(({ chain }) => chain === "noted")).toEqual([]);

    // Whoever owns the database can forget the end of a chain and write another, hashes, head and all.
    await tamper("DELETE FROM audit_events WHERE chain = 'noted' AND sequence >= 3");
    const last = await world.db.auditEvent.findFirstOrThrow({
      where: { chain: "noted" },
      orderBy: { sequence: "desc" },
    });
    const head = { sequence: 2, hash: last.hash };
    await world.db.auditHead.update({ where: { chain: "noted" }, data: head });
    await append("noted", { forged: true });
    expect(await verifyAuditChain(world.db, "noted")).toEqual({ isIntact: true, events: 3 });
    const { problems } = await verifyLog(world.db, noted);
    expect(problems.filter(({ chain }) => chain === "noted")).toMatchObject([{ sequence: 3 }]);
  });

  test("tells its owner at once whether it is whole", async () => {
    const { group, owner } = world;
    await append(group.id);
    expect(await verifyGroupLog(owner, { group: group.slug })).toMatchObject({
      verdict: { isIntact: true },
      head: { sequence: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test("is read by owners only, newest first, in pages", async () => {
    const { group, owner } = world;
    for (let i = 0; i < 3; i++) await append(group.id, { i });
    const first = await listAuditEvents(owner, { group: group.slug, limit: 2 });
    expect(first.map((event) => event.sequence)).toEqual([4, 3]);
    const rest = await listAuditEvents(owner, { group: group.slug, limit: 2, beforeSequence: 2 });
    expect(rest.map((event) => event.sequence)).toEqual([1]);
    for (const member of [world.annotator, world.researcher, world.reviewer]) {
      await expect(listAuditEvents(member, { group: group.slug })).rejects.toMatchObject({ name: "ForbiddenError" });
    }
    await expect(listAuditEvents(world.outsider, { group: group.slug })).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });
});
