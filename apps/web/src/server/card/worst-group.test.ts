import { expect, it } from "vitest";
import { worstGroupOf } from "./worst-group.ts";

const cell = (group: string | null, value: number) => ({
  ...{ label: "present", group: [group], n: 40 },
  accuracy: { value, interval: [value - 0.1, value + 0.1] as [number, number] },
});

it("is the worst cell of all attributes, a missing value named as such", () => {
  const groupings = [
    { attributes: ["sex"], worstCell: cell("female", 0.7) },
    { attributes: ["site"], worstCell: cell(null, 0.6) },
    { attributes: ["age"], worstCell: null },
  ];
  expect(worstGroupOf(groupings)).toMatchObject({ label: "present", group: "site = –", n: 40 });
  expect(worstGroupOf(groupings.slice(2))).toBeNull();
});
