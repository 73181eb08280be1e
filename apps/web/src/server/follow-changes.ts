import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

interface FollowOptions<Value> {
  read(): Promise<Value>;
  /** Whether nothing can change any more. */
  isLast(value: Value): boolean;
  signal: AbortSignal | undefined;
  intervalMs?: number;
}

/**
 * Yields a value now and whenever it has changed since, each under an id made of its content, until it is the last one
 * or the reader goes away. What `read` throws ends it.
 */
export async function* followChanges<Value>(
  options: FollowOptions<Value>,
): AsyncGenerator<{ id: string; value: Value }> {
  const { read, isLast, signal, intervalMs = 500 } = options;
  let previous = "";
  while (!signal?.aborted) {
    const value = await read();
    const id = createHash("sha256").update(serialise(value)).digest("base64url").slice(0, 16);
    if (id !== previous) yield { id, value };
    previous = id;
    if (isLast(value)) return;
    try {
      await delay(intervalMs, undefined, { signal });
    } catch {
      return;
    }
  }
}

function serialise(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? `${inner}` : inner)) ?? "";
}
