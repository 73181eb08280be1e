import { makeMember, makeUser } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorld, type World } from "../testing/world.ts";
import { changeMemberRole } from "./change-member-role.ts";
import { createGroup } from "./create-group.ts";
import { getGroup } from "./get-group.ts";
import { listGroups } from "./list-groups.ts";
import { listMembers } from "./list-members.ts";
import { removeMember } from "./remove-member.ts";

let world: World;
let group: string;
beforeAll(async () => {
  world = await makeWorld();
  group = world.group.slug;
});
afterAll(() => world.close());

describe("groups", () => {
  test("belong to whoever makes them, under a free address", async () => {
    const user = world.asUser(await makeUser(world.db));
    const first = await createGroup(user, { name: "Radiología Norte" });
    expect(first.slug).toBe("radiologia-norte");
    const second = await createGroup(user, { name: "Radiologia norte" });
    expect(second.slug).toMatch(/^radiologia-norte-[0-9a-f]{6}$/);
    await expect(createGroup(user, { name: "X", slug: "radiologia-norte" })).rejects.toMatchObject({
      code: "slug-taken",
    });
    expect(await listGroups(user)).toMatchObject([
      { slug: second.slug, role: "OWNER" },
      { slug: first.slug, role: "OWNER" },
    ]);
    expect(await world.auditActions(first.id)).toEqual(["group.create"]);
    await expect(createGroup(world.visitor, { name: "Mine" })).rejects.toMatchObject({ code: "sign-in-required" });
  });

  test("are seen by members; to an outsider they are not there", async () => {
    expect(await getGroup(world.annotator, { group })).toMatchObject({ slug: group, role: "ANNOTATOR" });
    const names = (await listMembers(world.reviewer, { group })).map(({ role }) => role).sort();
    expect(names).toEqual(["ANNOTATOR", "OWNER", "RESEARCHER", "REVIEWER"]);
    const missing = { name: "NotFoundError", values: { entity: "group" } };
    for (const asked of [group, "no-such-group"]) {
      await expect(getGroup(world.outsider, { group: asked })).rejects.toMatchObject(missing);
      await expect(listMembers(world.outsider, { group: asked })).rejects.toMatchObject(missing);
    }
  });

  test("roles act at once, and so does disabling a user", async () => {
    const user = await makeMember(world.db, world.group.id, "ANNOTATOR");
    const member = world.asUser(user);
    const change = { group, userId: user.id, role: "REVIEWER" };
    await expect(changeMemberRole(member, change)).rejects.toMatchObject({ name: "ForbiddenError" });
    await changeMemberRole(world.owner, change);
    expect(await getGroup(member, { group })).toMatchObject({ role: "REVIEWER" });
    await world.db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    await expect(getGroup(member, { group })).rejects.toMatchObject({ name: "NotFoundError" });
  });

  test("only owners change roles and remove others; everybody may leave", async () => {
    const { id } = await makeMember(world.db, world.group.id, "ANNOTATOR");
    for (const actor of [world.annotator, world.researcher, world.reviewer]) {
      const forbidden = { name: "ForbiddenError" };
      await expect(changeMemberRole(actor, { group, userId: id, role: "OWNER" })).rejects.toMatchObject(forbidden);
      await expect(removeMember(actor, { group, userId: id })).rejects.toMatchObject(forbidden);
    }
    await expect(removeMember(world.outsider, { group, userId: id })).rejects.toMatchObject({ name: "NotFoundError" });
    await removeMember(world.asUser({ id }), { group, userId: id });
    await expect(removeMember(world.owner, { group, userId: id })).rejects.toMatchObject({
      values: { entity: "member" },
    });
  });

  test("keep their last owner, also when two leave at once", async () => {
    const creator = await makeUser(world.db);
    const one = world.asUser(creator);
    const { slug, id: groupId } = await createGroup(one, { name: "Two owners" });
    const lastOwner = { name: "ConflictError", code: "last-owner" };
    const leave = { group: slug, userId: creator.id };
    await expect(removeMember(one, leave)).rejects.toMatchObject(lastOwner);
    await expect(changeMemberRole(one, { ...leave, role: "RESEARCHER" })).rejects.toMatchObject(lastOwner);
    const second = await makeMember(world.db, groupId, "OWNER");
    const both = await Promise.allSettled([
      removeMember(one, leave),
      removeMember(world.asUser(second), { group: slug, userId: second.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await world.db.membership.count({ where: { groupId, role: "OWNER" } })).toBe(1);
  });
});
