import { sweepRuns } from "@diaphane/core/schemas";
import { type SizeName, sizeNames } from "@diaphane/model/config";
import { z } from "zod";

const seed = z.int().min(0).max(2_147_483_647);

/** What a sweep goes over. Of capacities and β only those are used that the settings limit the code by. */
export const sweepChoice = z.object({
  isOn: z.boolean(),
  sizes: z.array(z.enum(sizeNames)),
  seeds: z.array(seed),
  capacity: z.array(z.number().min(0).max(1000)),
  beta: z.array(z.number().min(0).max(10_000)),
});
export type SweepChoice = z.infer<typeof sweepChoice>;

/** The list of it that a number can be added to. */
export type SweepList = "seeds" | "capacity" | "beta";

/** What the chips offer beside what was chosen or typed. */
export const offered = { seeds: [1, 2, 3, 4, 5], capacity: [5, 10, 25, 50, 100], beta: [1, 2, 4, 8, 16] } as const;

/** A sweep as the form opens: off, and around the settings of a single run. */
export function initialSweep(size: SizeName, settings: { capacity: number; beta: number }): SweepChoice {
  return { isOn: false, sizes: [size], seeds: [1, 2, 3], capacity: [settings.capacity], beta: [settings.beta] };
}

/** How many runs it makes, with the settings' way of limiting the code. */
export function countRuns({ sizes, seeds, ...lists }: SweepChoice, divergence: "capacity" | "beta"): number {
  return sizes.length * seeds.length * lists[divergence].length;
}

/** Why it cannot be started, as a key of the form's texts with the bound behind a colon; null when it can. */
export function sweepObstacle(choice: SweepChoice, divergence: "capacity" | "beta"): string | null {
  const count = countRuns(choice, divergence);
  if (count < sweepRuns.least) return `tooFewRuns:${sweepRuns.least}`;
  return count > sweepRuns.most ? `tooManyRuns:${sweepRuns.most}` : null;
}

/** The list with that number in its place, or without it when it was there. */
export function toggleNumber(list: readonly number[], value: number): number[] {
  if (list.includes(value)) return list.filter((other) => other !== value);
  return [...list, value].sort((a, b) => a - b);
}
