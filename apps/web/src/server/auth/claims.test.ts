import { describe, expect, it } from "vitest";
import { claimedName, parseClaims } from "./claims.ts";

describe("parseClaims", () => {
  it("takes what ORCID says of a person who shows nothing: null for every name", () => {
    const claims = parseClaims({ sub: "0000-0002-1825-0097", name: null, given_name: null, family_name: null });
    expect(claimedName(claims)).toBe("0000-0002-1825-0097");
  });

  it.each([
    [true, true],
    ["true", true],
    [false, false],
    ["false", false],
    [1, false],
    [null, false],
    [undefined, false],
  ])("an address is verified when the provider says so plainly: %j → %s", (email_verified, expected) => {
    expect(parseClaims({ sub: "1", email: "ana@example.org", email_verified }).email_verified).toBe(expected);
  });

  it("does without an address that is none", () => {
    expect(parseClaims({ sub: "1", email: "", email_verified: true }).email).toBeUndefined();
    expect(parseClaims({ sub: "1", email: "ana", email_verified: true }).email).toBeUndefined();
  });
});

describe("claimedName", () => {
  const named = (name: string) => claimedName(parseClaims({ sub: "1", name }));

  it("is the name, else its halves, else the subject", () => {
    expect(named("Ana López")).toBe("Ana López");
    expect(claimedName(parseClaims({ sub: "1", name: " ", given_name: "Ana", family_name: "López" }))).toBe(
      "Ana López",
    );
    expect(claimedName(parseClaims({ sub: "1" }))).toBe("1");
  });

  it("fits into one line of a user's name, whatever the provider sends", () => {
    expect(named("Ana\n\u0000López\u2028")).toBe("Ana López");
    expect(named("😀".repeat(80))).toBe("😀".repeat(50));
  });
});
