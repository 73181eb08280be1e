import { z } from "zod";

/**
 * What OpenID Connect providers say of a person; ORCID gives the two halves of a name, null where the person shows none, and
 * no address. Some providers write booleans as text.
 */
const claims = z.object({
  sub: z.string(),
  name: z.string().nullish(),
  given_name: z.string().nullish(),
  family_name: z.string().nullish(),
  email: z.email().optional().catch(undefined),
  email_verified: z
    .unknown()
    .optional()
    .transform((value) => value === true || value === "true"),
});

export type Claims = z.infer<typeof claims>;

export function parseClaims(profile: unknown): Claims {
  return claims.parse(profile);
}

/** The name to call a person by, as one line of at most 100 characters; the subject when the provider tells none. */
export function claimedName({ sub, name, given_name, family_name }: Claims): string {
  return asOneLine(name ?? "") || asOneLine(`${given_name ?? ""} ${family_name ?? ""}`) || asOneLine(sub);
}

function asOneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  // Halves of characters can't be stored; the cut may make one too.
  return line.slice(0, 100).replace(/\p{Cs}/gu, "");
}
