import { makeUser } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyAuditChain } from "../audit-log/verify-audit-chain.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { getUser } from "./get-user.ts";
import { linkAccount } from "./link-account.ts";
import { signInUser } from "./sign-in-user.ts";
import { signUpUser } from "./sign-up-user.ts";
import { updateUserLocale } from "./update-user-locale.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const password = "correct horse battery";
const ana = { email: " Ana.López@Example.ORG ".replace("ó", "o"), name: "Ana", password, locale: "es" };

describe("users", () => {
  test("sign up and in, whatever the case of the address; the password is kept as an argon2id hash", async () => {
    const { id } = await signUpUser(world.visitor, ana);
    const signedIn = await signInUser(world.visitor, { email: "ana.lopez@EXAMPLE.org", password });
    expect(signedIn).toEqual({ id, name: "Ana", locale: "es" });
    const { email, passwordHash } = await world.db.user.findUniqueOrThrow({ where: { id } });
    expect(email).toBe("ana.lopez@example.org");
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(signUpUser(world.visitor, ana)).rejects.toMatchObject({ name: "ConflictError", code: "email-taken" });
    expect(await world.auditActions("platform")).toEqual(["user.sign-up", "user.sign-in"]);
    expect(await verifyAuditChain(world.db, "platform")).toMatchObject({ isIntact: true });
  });

  test.each([
    ["a short password", { password: "123456789" }, "password"],
    ["the address as password", { email: "someone@example.org", password: "someone@EXAMPLE.org" }, "password"],
    ["no address", { email: "ana" }, "email"],
    ["no name", { name: "  " }, "name"],
    ["a name of two lines", { name: "a\nb" }, "name"],
  ])("can't sign up with %s", async (_, wrong, fields) => {
    const signUp = signUpUser(world.visitor, { ...ana, email: "new@example.org", ...wrong });
    await expect(signUp).rejects.toMatchObject({
      name: "InvalidInputError",
      code: "invalid-input",
      values: { fields },
    });
  });

  test("get one answer for a wrong password, no such user, no password and a disabled user", async () => {
    await signUpUser(world.visitor, { ...ana, email: "off@example.org" });
    await world.db.user.update({ where: { email: "off@example.org" }, data: { disabledAt: new Date() } });
    const { email: passwordless } = await makeUser(world.db);
    const wrong = { name: "InvalidInputError", code: "wrong-credentials", values: {} };
    for (const [email, tried] of [
      ["ana.lopez@example.org", "wrong password"],
      ["nobody@example.org", password],
      [passwordless, "nobody has this password"],
      ["off@example.org", password],
    ]) {
      await expect(signInUser(world.visitor, { email, password: tried })).rejects.toMatchObject(wrong);
    }
  });

  test("are locked out for a while after ten failures, known or not, and only they", async () => {
    for (const email of ["target@example.org", "unknown@example.org"]) {
      await world.db.signInFailure.createMany({ data: Array.from({ length: 9 }, () => ({ email })) });
    }
    const target = { ...ana, email: "target@example.org" };
    await signUpUser(world.visitor, target);
    for (const email of ["target@example.org", "unknown@example.org"]) {
      await expect(signInUser(world.visitor, { email, password: "wrong" })).rejects.toThrow("wrong-credentials");
      const lockedOut = { name: "ForbiddenError", code: "too-many-attempts", values: { minutes: 15 } };
      await expect(signInUser(world.visitor, { email, password })).rejects.toMatchObject(lockedOut);
    }
    await signInUser(world.visitor, { email: "ana.lopez@example.org", password });
    const past = new Date(Date.now() - 16 * 60_000);
    await world.db.signInFailure.updateMany({ data: { createdAt: past } });
    await signInUser(world.visitor, { email: "target@example.org", password });
    expect(await world.db.signInFailure.count({ where: { email: "target@example.org" } })).toBe(0);
  });

  test("get no more tries by sending many at the same time", async () => {
    const target = { ...ana, email: "rushed@example.org" };
    await signUpUser(world.visitor, target);
    const tries = Array.from({ length: 25 }, () => {
      return signInUser(world.visitor, { email: target.email, password: "wrong" }).catch(({ code }) => code);
    });
    const answers = await Promise.all(tries);
    const expected = Array.from(tries, (_, i) => (i < 15 ? "too-many-attempts" : "wrong-credentials"));
    expect(answers.sort()).toEqual(expected);
    expect(await world.db.signInFailure.count({ where: { email: target.email } })).toBe(10);
  });

  test("come from a provider: made at the first sign-in, found at the next, without an address too", async () => {
    const orcid = { provider: "orcid", subject: "0000-0001", name: "Luz" };
    const { id } = await linkAccount(world.visitor, orcid);
    expect(await linkAccount(world.visitor, orcid)).toEqual({ id });
    expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({ email: null, name: "Luz" });
    await world.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    await expect(linkAccount(world.visitor, orcid)).rejects.toMatchObject({ code: "user-disabled" });
  });

  test("are joined by an address only if a provider has verified it for both", async () => {
    const claim = { subject: "42", name: "Eva", email: "Eva@example.org" };
    const university = `https://login.example.org/${"tenant/".repeat(20)}v2.0`;
    const first = await linkAccount(world.visitor, { ...claim, provider: university, isEmailVerified: true });
    expect(await world.db.user.findUnique({ where: first })).toMatchObject({ email: "eva@example.org" });
    expect(await linkAccount(world.visitor, { ...claim, provider: "clinic", isEmailVerified: true })).toEqual(first);
    const unverified = await linkAccount(world.visitor, { ...claim, provider: "anybody" });
    expect(unverified).not.toEqual(first);
    expect(await world.db.user.findUnique({ where: unverified })).toMatchObject({ email: null });
  });

  test("are not handed to whoever signed up with their address and a password before them", async () => {
    const squatter = await signUpUser(world.visitor, { ...ana, email: "victim@example.org" });
    const claim = { provider: "university", subject: "7", name: "Victim", email: "victim@example.org" };
    const linking = linkAccount(world.visitor, { ...claim, isEmailVerified: true });
    await expect(linking).rejects.toMatchObject({ name: "ConflictError", code: "email-taken" });
    expect(await world.db.account.count({ where: { userId: squatter.id } })).toBe(0);
  });

  test("read and change themselves, until they are disabled", async () => {
    const user = await makeUser(world.db);
    const self = world.asUser(user);
    await updateUserLocale(self, { locale: "es" });
    expect(await getUser(self)).toMatchObject({ id: user.id, locale: "es", groups: [] });
    expect(await getUser(world.owner)).toMatchObject({ groups: [{ slug: world.group.slug, role: "OWNER" }] });
    await expect(updateUserLocale(self, { locale: "xx" })).rejects.toMatchObject({ name: "InvalidInputError" });
    await expect(getUser(world.visitor)).rejects.toMatchObject({ code: "sign-in-required" });
    await world.db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    await expect(getUser(self)).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(updateUserLocale(self, { locale: "en" })).rejects.toMatchObject({ name: "NotFoundError" });
  });
});
