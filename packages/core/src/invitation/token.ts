import { createHash, randomBytes } from "node:crypto";

/** 256 random bits; whoever holds the token may join. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it: a token of full entropy needs no slow hash. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
