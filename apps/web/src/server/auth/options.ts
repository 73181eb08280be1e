import { ConflictError, DomainError, linkAccount, signInUser } from "@diaphane/core";
import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/env.ts";
import { safeCallback } from "@/features/auth/callback-url.ts";
import { log } from "../log.ts";
import { getPlatform } from "../platform.ts";
import { claimedName, parseClaims } from "./claims.ts";
import { oidcProvider } from "./oidc.ts";

const publicActor = { kind: "public" } as const;

/** Sessions are signed and encrypted cookies that hold a user's id and nothing else. */
export function authOptions(): NextAuthOptions {
  if (!env.NEXTAUTH_SECRET)
    throw new Error("NEXTAUTH_SECRET is not set: sessions can't be signed. `npm start` makes one.");
  const oidc = oidcProvider();
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in", newUser: "/home" },
    providers: [passwordProvider, ...(oidc ? [oidc] : [])],
    callbacks: {
      signIn: async ({ user, account, profile }) => account?.provider !== "oidc" || linkUser(user, profile),
      jwt: ({ token, user }) => ({ sub: user ? user.id : token.sub }),
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub ?? "" } }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return `${baseUrl}${safeCallback(path)}`;
      },
    },
    logger: {
      error: (code, detail) =>
        log.error({ code, err: detail instanceof Error ? detail : detail.error }, "sign-in failed"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

const passwordProvider = CredentialsProvider({
  credentials: { email: {}, password: {} },
  authorize: async (credentials) => {
    const { db } = await getPlatform();
    try {
      return await signInUser({ actor: publicActor, db }, credentials);
    } catch (error) {
      // The browser is told of the pause; whatever else is wrong is one answer.
      if (error instanceof DomainError && error.code === "too-many-attempts") throw new Error(error.code);
      if (error instanceof DomainError) return null;
      throw error;
    }
  },
});

/** Finds or makes the user that a provider vouches for, and puts their id in the place of the provider's. */
async function linkUser(user: User, profile: unknown): Promise<boolean | string> {
  const { db } = await getPlatform();
  const claims = parseClaims(profile);
  try {
    const linked = await linkAccount(
      { actor: publicActor, db },
      {
        provider: env.OIDC_ISSUER,
        subject: claims.sub,
        name: claimedName(claims),
        email: claims.email,
        isEmailVerified: claims.email_verified,
      },
    );
    // next-auth hands this same object to the `jwt` callback.
    user.id = linked.id;
    return true;
  } catch (error) {
    // The page that this leads to has a sentence for it.
    if (error instanceof ConflictError) return "/sign-in?error=EmailTaken";
    if (error instanceof DomainError) return false;
    throw error;
  }
}
