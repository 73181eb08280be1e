import { describe, expect, it, vi } from "vitest";
import { PixelBlocks } from "./pixel-blocks.ts";

/** A server whose answers the test gives by hand. */
function handServer() {
  const open = new Map<number, { answer(bytes: number): void; fail(): void; signal: AbortSignal }>();
  const asked: number[] = [];
  function fetchBlock(block: number, signal: AbortSignal): Promise<Uint8Array> {
    asked.push(block);
    return new Promise((resolve, reject) => {
      open.set(block, {
        signal,
        answer: (bytes) => resolve(new Uint8Array(bytes)),
        fail: () => reject(new Error("offline")),
      });
    });
  }
  return { fetchBlock, asked, open, answer: (block: number, bytes = 10) => open.get(block)?.answer(bytes) };
}

/** Lets the promises that are settled run their course. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("PixelBlocks", () => {
  it("fetches what is wanted, once, a few at a time, in order", async () => {
    const server = handServer();
    const blocks = new PixelBlocks({ fetchBlock: server.fetchBlock, budgetBytes: 1000, concurrency: 2 });
    blocks.want([5, 4, 6]);
    expect(server.asked).toEqual([5, 4]);
    server.answer(5);
    await settle();
    expect(server.asked).toEqual([5, 4, 6]);
    blocks.want([5, 4, 6]);
    expect(server.asked).toEqual([5, 4, 6]);
    expect(blocks.get(5)).toEqual({ status: "ready", pixels: new Uint8Array(10) });
  });

  it("cancels what has been scrolled past, and fetches it anew when seen again", async () => {
    const server = handServer();
    const blocks = new PixelBlocks({ fetchBlock: server.fetchBlock, budgetBytes: 1000 });
    blocks.want([1]);
    const first = server.open.get(1);
    blocks.want([2]);
    expect(first?.signal.aborted).toBe(true);
    first?.answer(10);
    await settle();
    expect(blocks.get(1)).toBeUndefined();
    blocks.want([1]);
    expect(server.asked).toEqual([1, 2, 1]);
  });

  it("keeps within its budget, dropping what was unseen for longest and nothing that is seen", async () => {
    const server = handServer();
    const blocks = new PixelBlocks({ fetchBlock: server.fetchBlock, budgetBytes: 25 });
    for (const block of [1, 2, 3]) {
      blocks.want([block]);
      server.answer(block);
      await settle();
    }
    expect([1, 2, 3].map((block) => blocks.get(block)?.status)).toEqual([undefined, "ready", "ready"]);
    blocks.want([7, 8, 9]);
    for (const block of [7, 8, 9]) server.answer(block);
    await settle();
    expect([7, 8, 9].map((block) => blocks.get(block)?.status)).toEqual(["ready", "ready", "ready"]);
  });

  it("tells a block's listeners and no others", async () => {
    const server = handServer();
    const blocks = new PixelBlocks({ fetchBlock: server.fetchBlock, budgetBytes: 1000 });
    const [one, two] = [vi.fn(), vi.fn()];
    const unsubscribe = blocks.subscribe(1, one);
    blocks.subscribe(2, two);
    blocks.want([1]);
    server.answer(1);
    await settle();
    expect(one).toHaveBeenCalledTimes(2);
    expect(two).not.toHaveBeenCalled();
    unsubscribe();
    blocks.dispose();
    expect(one).toHaveBeenCalledTimes(2);
  });

  it("says that a block failed and tries again when asked to", async () => {
    const server = handServer();
    const blocks = new PixelBlocks({ fetchBlock: server.fetchBlock, budgetBytes: 1000 });
    const heard = vi.fn();
    blocks.subscribeFailures(heard);
    blocks.want([1]);
    server.open.get(1)?.fail();
    await settle();
    expect(blocks.get(1)).toEqual({ status: "failed" });
    expect([blocks.hasFailures(), heard.mock.calls.length > 0]).toEqual([true, true]);
    blocks.retry();
    expect(blocks.hasFailures()).toBe(false);
    server.answer(1);
    await settle();
    expect(blocks.get(1)?.status).toBe("ready");
  });
});
