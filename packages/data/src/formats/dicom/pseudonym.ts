import { createHmac } from "node:crypto";

/** A name for a person that only who has the secret can make again: equal ids get equal names. */
export function pseudonym(id: string, secret: string): string {
  return `S${createHmac("sha256", secret).update(id).digest("hex").slice(0, 16)}`;
}
