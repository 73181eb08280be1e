import { expect, it } from "vitest";
import { createQuietQueue } from "./quiet-queue.ts";
import { createQuietRunner } from "./run-quietly.ts";

it("hands results and failures on, and says nothing more once stopped", async () => {
  const runner = createQuietRunner(createQuietQueue(() => 1e6));
  expect(await runner.run(async () => 7)).toBe(7);
  await expect(runner.run(() => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
  let finish = (_value: number) => {};
  const heard: number[] = [];
  runner.run(() => new Promise<number>((resolve) => (finish = resolve))).then((value) => heard.push(value));
  await Promise.resolve();
  runner.stop();
  finish(8);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toEqual([]);
});
