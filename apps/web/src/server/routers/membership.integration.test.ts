import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openStore, type Store } from "@diaphane/data";
import { createTestDatabase, makeGroup, makeMember, makeUser, type TestDatabase } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCallerFactory, router } from "../trpc.ts";
import { contextOf } from "../viewer-context.ts";
import { auditEventRouter } from "./audit-event.ts";
import { groupRouter } from "./group.ts";
import { invitationRouter } from "./invitation.ts";
import { memberRouter } from "./member.ts";
import { viewerRouter } from "./viewer.ts";

const makeCaller = createCallerFactory(
  router({
    auditEvent: auditEventRouter,
    group: groupRouter,
    invitation: invitationRouter,
    member: memberRouter,
    viewer: viewerRouter,
  }),
);

let database: TestDatabase;
let folder: string;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-web-"));
  store = await openStore(pathToFileURL(folder).href);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** The API as that user's browser meets it; without one, as a visitor's. */
async function apiOf(user?: { id: string }) {
  return makeCaller(await contextOf({ db: database.db, store }, user?.id));
}

const refusal = (httpCode: string, code: string) => ({ code: httpCode, cause: { detail: { code } } });

describe("the API of accounts and groups", () => {
  it("takes a newcomer from signing up to an invited colleague", async () => {
    const visitor = await apiOf();
    const account = { email: "Ana@Hospital.org", name: "Ana", password: "paper lantern orbit", locale: "es" as const };
    const ana = await visitor.viewer.signUp(account);
    await expect(visitor.viewer.signUp(account)).rejects.toMatchObject(refusal("CONFLICT", "email-taken"));
    const { slug } = await (await apiOf(ana)).group.create({ name: "Radiología" });
    expect(await (await apiOf(ana)).viewer.get()).toMatchObject({
      user: { email: "ana@hospital.org", locale: "es" },
      groups: [{ slug, role: "OWNER" }],
    });

    const { token } = await (await apiOf(ana)).invitation.create({ group: slug, role: "REVIEWER" });
    expect(await visitor.invitation.get({ token })).toMatchObject({ role: "REVIEWER", group: { name: "Radiología" } });
    const luis = await makeUser(database.db);
    expect(await (await apiOf(luis)).invitation.accept({ token })).toEqual({ slug });
    await expect((await apiOf(luis)).invitation.accept({ token })).rejects.toMatchObject(
      refusal("NOT_FOUND", "not-found"),
    );
    expect((await (await apiOf(luis)).viewer.get()).groups).toMatchObject([{ slug, role: "REVIEWER" }]);
  });

  it("shows nothing of a group to outsiders and visitors, whichever way they ask", async () => {
    const { slug: group } = await makeGroup(database.db);
    const outsider = await apiOf(await makeUser(database.db));
    for (const ask of [
      () => outsider.member.list({ group }),
      () => outsider.invitation.list({ group }),
      () => outsider.auditEvent.list({ group }),
      () => outsider.invitation.create({ group, role: "OWNER" }),
    ]) {
      await expect(ask()).rejects.toMatchObject(refusal("NOT_FOUND", "not-found"));
    }
    const visitor = await apiOf();
    await expect(visitor.member.list({ group })).rejects.toMatchObject(refusal("UNAUTHORIZED", "sign-in-required"));
    expect(await visitor.viewer.get()).toEqual({ user: null, groups: [] });
  });

  it("refuses a reviewer what owners do, and keeps a group's last owner", async () => {
    const group = await makeGroup(database.db);
    const owner = await makeMember(database.db, group.id, "OWNER");
    const reviewer = await makeMember(database.db, group.id, "REVIEWER");
    const change = { group: group.slug, userId: owner.id, role: "ANNOTATOR" as const };
    const asReviewer = await apiOf(reviewer);
    await expect(asReviewer.member.changeRole(change)).rejects.toMatchObject(refusal("FORBIDDEN", "forbidden"));
    await expect((await apiOf(owner)).member.changeRole(change)).rejects.toMatchObject(
      refusal("CONFLICT", "last-owner"),
    );
  });

  it("treats a disabled user as a visitor from the next request on", async () => {
    const group = await makeGroup(database.db);
    const member = await makeMember(database.db, group.id, "RESEARCHER");
    expect((await (await apiOf(member)).viewer.get()).user).toMatchObject({ id: member.id });
    await database.db.user.update({ where: { id: member.id }, data: { disabledAt: new Date() } });
    const after = await apiOf(member);
    expect((await after.viewer.get()).user).toBeNull();
    await expect(after.member.list({ group: group.slug })).rejects.toMatchObject(
      refusal("UNAUTHORIZED", "sign-in-required"),
    );
  });

  it("names the field of an input that can't be right", async () => {
    const visitor = await apiOf();
    const short = { email: "not an address", name: "x", password: "short" };
    await expect(visitor.viewer.signUp(short)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { detail: { code: "invalid-input", values: { fields: expect.stringContaining("email") } } },
    });
  });
});
