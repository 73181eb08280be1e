import { describe, expect, it } from "vitest";
import { followChanges } from "./follow-changes.ts";

async function collect<Value>(states: AsyncIterable<{ id: string; value: Value }>) {
  const seen: { id: string; value: Value }[] = [];
  for await (const state of states) seen.push(state);
  return seen;
}

describe("following a value", () => {
  it("yields each change once, and ends with the last", async () => {
    const values = [1n, 1n, 2n, 2n, 3n, 4n];
    const states = await collect(
      followChanges({
        read: async () => values.shift() ?? 0n,
        isLast: (value) => value === 3n,
        signal: undefined,
        intervalMs: 1,
      }),
    );
    expect(states.map(({ value }) => value)).toEqual([1n, 2n, 3n]);
    expect(new Set(states.map(({ id }) => id)).size).toBe(3);
  });

  it("ends when the reader goes away", async () => {
    const reader = new AbortController();
    const states = followChanges({
      read: async () => 1,
      isLast: () => false,
      signal: reader.signal,
      intervalMs: 60_000,
    });
    expect((await states.next()).value?.value).toBe(1);
    const next = states.next();
    reader.abort();
    expect((await next).done).toBe(true);
  });

  it("ends with what reading throws", async () => {
    const read = async () => {
      throw new Error("not yours any more");
    };
    await expect(collect(followChanges({ read, isLast: () => false, signal: undefined }))).rejects.toThrow("not yours");
  });
});
