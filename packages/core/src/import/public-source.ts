import { importSource } from "../schemas.ts";

/** What an import reads, without the secret that its pseudonyms are made with: who had it could ask whose they are. */
export function publicSource(source: unknown) {
  const kept = importSource.parse(source);
  if (kept.kind === "phantom") return kept;
  const { secret: _secret, ...options } = kept.options;
  return { ...kept, options };
}
