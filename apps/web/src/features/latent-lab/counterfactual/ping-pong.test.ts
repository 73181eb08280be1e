import { expect, it } from "vitest";
import { pingPong } from "./ping-pong.ts";

it("goes there and back, without staying at the ends", () => {
  expect(Array.from({ length: 9 }, (_, tick) => pingPong(tick, 4))).toEqual([0, 1, 2, 3, 2, 1, 0, 1, 2]);
  expect([0, 1, 2].map((tick) => pingPong(tick, 1))).toEqual([0, 0, 0]);
});
