import { expect, it } from "vitest";
import { ActiveTime } from "./active-time.ts";

it("counts while the page is in front, from one taking to the next", () => {
  let now = 1000;
  const time = new ActiveTime(() => now);
  now += 250.4;
  expect(time.take()).toBe(250);
  now += 100;
  time.setActive(false);
  now += 5000;
  expect(time.take()).toBe(100);
  time.setActive(true);
  now += 30;
  expect([time.take(), time.take()]).toEqual([30, 0]);
});
