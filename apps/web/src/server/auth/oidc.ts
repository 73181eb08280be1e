import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/env.ts";

/** What OpenID Connect providers say of a person; ORCID gives the two halves of a name and no address. */
const claims = z.object({
  sub: z.string(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

export type Claims = z.infer<typeof claims>;

export function parseClaims(profile: unknown): Claims {
  return claims.parse(profile);
}

/** The name to call a person by; the subject when the provider tells none. */
export function claimedName({ sub, name, given_name, family_name }: Claims): string {
  return name?.trim() || [given_name, family_name].filter(Boolean).join(" ") || sub;
}

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
