import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/env.ts";
import { parseClaims } from "./claims.ts";

/** The provider's name on the sign-in page, or undefined where none is set up. */
export const oidcName = env.OIDC_ISSUER ? (env.OIDC_NAME ?? new URL(env.OIDC_ISSUER).hostname) : undefined;

/** The provider of `OIDC_ISSUER`, with everything that OpenID Connect offers against forged answers. */
export function oidcProvider(): OAuthConfig<Record<string, unknown>> | undefined {
  if (!env.OIDC_ISSUER || !oidcName) return undefined;
  return {
    id: "oidc",
    name: oidcName,
    type: "oauth",
    issuer: env.OIDC_ISSUER,
    wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    authorization: { params: { scope: env.OIDC_SCOPE } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: (profile) => ({ id: parseClaims(profile).sub }),
  };
}
