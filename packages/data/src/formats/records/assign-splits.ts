import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { SplitName } from "../../image-source.ts";

export interface SplitShares {
  validation: number;
  test: number;
  seed: number;
}

interface Unit {
  members: number[];
  stratum: string;
}

/**
 * Draws splits by subject and stratified: all images of a subject go together, and within each stratum (a label, with an
 * attribute if given) subjects are shuffled by the seed and dealt to the split that lacks the most images. The result
 * depends on the seed and on which subjects there are, not on the order of the images.
 *
 * @param items one an image; without a subject an image is a subject of its own
 * @returns `[items.length]`
 */
export function assignSplits(
  items: readonly { key: string; subject: string | null; stratum: string }[],
  { validation, test, seed }: SplitShares,
): SplitName[] {
  const splits = new Array<SplitName>(items.length).fill("train");
  const shares: [SplitName, number][] = [
    ["train", 1 - validation - test],
    ["validation", validation],
    ["test", test],
  ];
  // Carried from stratum to stratum: else one-subject strata would all end in the largest split.
  const given: Record<SplitName, number> = { train: 0, validation: 0, test: 0 };
  let total = 0;
  for (const units of byStratum(unitsOf(items))) {
    shuffle(units, seed);
    total += units.reduce((sum, { members }) => sum + members.length, 0);
    for (const { members } of units) {
      const [split] = shares.reduce((best, candidate) => {
        const lack = ([name, share]: [SplitName, number]) => share * total - given[name];
        return lack(candidate) > lack(best) ? candidate : best;
      });
      given[split] += members.length;
      for (const index of members) splits[index] = split;
    }
  }
  return splits;
}

function unitsOf(items: readonly { key: string; subject: string | null; stratum: string }[]): [string, Unit][] {
  const units = new Map<string, { members: number[]; strata: Map<string, number> }>();
  items.forEach(({ key, subject, stratum }, i) => {
    const id = subject === null ? `image ${key}` : `subject ${subject}`;
    const unit = units.get(id) ?? { members: [], strata: new Map<string, number>() };
    unit.members.push(i);
    unit.strata.set(stratum, (unit.strata.get(stratum) ?? 0) + 1);
    units.set(id, unit);
  });
  return [...units].map(([id, { members, strata }]) => [id, { members, stratum: mainStratum(strata) }]);
}

/** The stratum that most of a subject's images are in; the first by name of several. */
function mainStratum(strata: Map<string, number>): string {
  const sorted = [...strata].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted[0]?.[0] ?? "";
}

function byStratum(units: [string, Unit][]): Unit[][] {
  const strata = new Map<string, Unit[]>();
  // By name first: what the shuffle starts from is the same whatever order the files came in.
  for (const [, unit] of units.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const stratum = strata.get(unit.stratum) ?? [];
    stratum.push(unit);
    strata.set(unit.stratum, stratum);
  }
  return [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
}

/** Fisher and Yates. */
function shuffle(units: Unit[], seed: number): void {
  const generator = xoroshiro128plus(seed);
  for (let i = units.length - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    const [a, b] = [units[i], units[j]];
    if (a && b) [units[i], units[j]] = [b, a];
  }
}
