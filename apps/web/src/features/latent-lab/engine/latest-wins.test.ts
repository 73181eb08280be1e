import { describe, expect, it } from "vitest";
import { latestWins } from "./latest-wins.ts";

/** A decoder whose answers come when the test says so, and starts likewise. */
function setUp() {
  const starts: (() => void)[] = [];
  const done: number[] = [];
  const errors: unknown[] = [];
  let finish: (error?: Error) => void = () => {};
  const loop = latestWins<number>(
    (input) =>
      new Promise((resolve, reject) => {
        done.push(input);
        finish = (error) => (error ? reject(error) : resolve());
      }),
    (error) => errors.push(error),
    (run) => starts.push(run),
  );
  return {
    loop,
    done,
    errors,
    starts,
    async answer(error?: Error) {
      finish(error);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe("latestWins", () => {
  it("works once for many requests at a time, on the newest", () => {
    const { loop, starts, done } = setUp();
    for (const value of [1, 2, 3]) loop.request(value);
    expect(starts).toHaveLength(1);
    starts[0]?.();
    expect(done).toEqual([3]);
  });

  it("skips what was overtaken while one was in flight", async () => {
    const { loop, starts, done, answer } = setUp();
    loop.request(1);
    starts[0]?.();
    for (const value of [2, 3, 4]) loop.request(value);
    expect(done).toEqual([1]);
    await answer();
    expect(done).toEqual([1, 4]);
  });

  it("goes on after an error, and says it", async () => {
    const { loop, starts, done, errors, answer } = setUp();
    loop.request(1);
    starts[0]?.();
    await answer(new Error("lost device"));
    expect(errors).toHaveLength(1);
    loop.request(2);
    starts[1]?.();
    expect(done).toEqual([1, 2]);
  });

  it("does nothing once stopped", () => {
    const { loop, starts, done } = setUp();
    loop.request(1);
    loop.stop();
    starts[0]?.();
    expect(done).toEqual([]);
  });
});
