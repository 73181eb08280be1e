import { makeMember, makeUser } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeMemberRole } from "../group/change-member-role.ts";
import { getGroup } from "../group/get-group.ts";
import { removeMember } from "../group/remove-member.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { createInvitation } from "./create-invitation.ts";
import { getInvitation } from "./get-invitation.ts";
import { listInvitations } from "./list-invitations.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

let world: World;
let group: string;
beforeAll(async () => {
  world = await makeWorld();
  group = world.group.slug;
});
afterAll(() => world.close());

const missing = { name: "NotFoundError", values: { entity: "invitation" } };

describe("invitations", () => {
  test("lead a newcomer into the group, once", async () => {
    const { token, id } = await createInvitation(world.owner, { group, role: "REVIEWER" });
    const shown = await getInvitation(world.visitor, { token });
    expect(shown).toMatchObject({
      role: "REVIEWER",
      group: { slug: group },
      creator: { name: world.users.owner.name },
    });
    expect((await listInvitations(world.owner, { group })).map((invitation) => invitation.id)).toEqual([id]);
    expect(JSON.stringify(await world.db.invitation.findMany())).not.toContain(token);

    const newcomer = world.asUser(await makeUser(world.db));
    expect(await acceptInvitation(newcomer, { token })).toEqual({ slug: group });
    expect(await getGroup(newcomer, { group })).toMatchObject({ role: "REVIEWER" });
    await expect(acceptInvitation(world.outsider, { token })).rejects.toMatchObject(missing);
    await expect(getInvitation(world.visitor, { token })).rejects.toMatchObject(missing);
    expect(await listInvitations(world.owner, { group })).toEqual([]);
    expect(await world.auditActions()).toEqual(["invitation.create", "invitation.accept"]);
  });

  test("let in one of two who come at the same time", async () => {
    const { token } = await createInvitation(world.owner, { group, role: "ANNOTATOR" });
    const two = [await makeUser(world.db), await makeUser(world.db)].map((user) => world.asUser(user));
    const tried = await Promise.allSettled(two.map((user) => acceptInvitation(user, { token })));
    expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("are not used up by a member, and don't change a member's role", async () => {
    const { token } = await createInvitation(world.owner, { group, role: "OWNER" });
    await expect(acceptInvitation(world.reviewer, { token })).rejects.toMatchObject({ code: "already-member" });
    expect(await getGroup(world.reviewer, { group })).toMatchObject({ role: "REVIEWER" });
    expect(await getInvitation(world.visitor, { token })).toMatchObject({ role: "OWNER" });
  });

  test("end when revoked or expired, or with a wrong token", async () => {
    const revoked = await createInvitation(world.owner, { group, role: "ANNOTATOR" });
    await revokeInvitation(world.owner, { group, invitationId: revoked.id });
    const expired = await createInvitation(world.owner, { group, role: "ANNOTATOR" });
    await world.db.invitation.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    for (const token of [revoked.token, expired.token, "x".repeat(43)]) {
      await expect(acceptInvitation(world.outsider, { token })).rejects.toMatchObject(missing);
    }
    await expect(revokeInvitation(world.owner, { group, invitationId: revoked.id })).rejects.toMatchObject(missing);
  });

  test.each([
    ["is removed", (userId: string) => removeMember(world.owner, { group, userId })],
    ["is an owner no more", (userId: string) => changeMemberRole(world.owner, { group, userId, role: "RESEARCHER" })],
    ["is disabled", (id: string) => world.db.user.update({ where: { id }, data: { disabledAt: new Date() } })],
  ])("end when whoever made them %s", async (_, end) => {
    const former = await makeMember(world.db, world.group.id, "OWNER");
    const { token, id } = await createInvitation(world.asUser(former), { group, role: "OWNER" });
    await end(former.id);
    await expect(getInvitation(world.visitor, { token })).rejects.toMatchObject(missing);
    await expect(acceptInvitation(world.outsider, { token })).rejects.toMatchObject(missing);
    expect((await listInvitations(world.owner, { group })).map((invitation) => invitation.id)).not.toContain(id);
  });

  test("are the owner's alone", async () => {
    const { id } = await createInvitation(world.owner, { group, role: "ANNOTATOR" });
    for (const actor of [world.annotator, world.researcher, world.reviewer]) {
      const forbidden = { name: "ForbiddenError" };
      await expect(createInvitation(actor, { group, role: "OWNER" })).rejects.toMatchObject(forbidden);
      await expect(listInvitations(actor, { group })).rejects.toMatchObject(forbidden);
      await expect(revokeInvitation(actor, { group, invitationId: id })).rejects.toMatchObject(forbidden);
    }
    await expect(createInvitation(world.outsider, { group, role: "OWNER" })).rejects.toMatchObject({
      name: "NotFoundError",
    });
    await expect(acceptInvitation(world.visitor, { token: "x".repeat(43) })).rejects.toMatchObject({
      code: "sign-in-required",
    });
  });
});
