import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.ts";

describe("parseEnv", () => {
  it("needs nothing, so that a build runs anywhere", () => {
    expect(parseEnv({})).toMatchObject({ NODE_ENV: "development", DIAPHANE_DEMO: false, LOG_LEVEL: "info" });
  });

  it("takes empty variables as unset", () => {
    expect(parseEnv({ DATABASE_URL: " ", OIDC_ISSUER: "" })).toMatchObject({
      DATABASE_URL: undefined,
      OIDC_ISSUER: undefined,
    });
  });

  it("names every variable that is wrong", () => {
    const wrong = () => parseEnv({ NEXTAUTH_URL: "nowhere", LOG_LEVEL: "loud", DIAPHANE_DEMO: "maybe" });
    expect(wrong).toThrow(/NEXTAUTH_URL/);
    expect(wrong).toThrow(/LOG_LEVEL/);
    expect(wrong).toThrow(/DIAPHANE_DEMO/);
  });

  it("wants the client's id and secret beside an issuer", () => {
    expect(() => parseEnv({ OIDC_ISSUER: "https://orcid.org" })).toThrow("OIDC_CLIENT_ID");
  });
});
