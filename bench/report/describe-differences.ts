import { spreadOf } from "./spread-of.ts";

/** What was measured of us and of another, seed by seed. */
interface Pair {
  name: string;
  ours: readonly number[];
  theirs: readonly number[];
}

/** "+0.013 on cells, −0.016 on vessels": by how much our mean is higher; what was not measured on both sides is left out. */
export function describeDifferences(pairs: readonly Pair[], digits = 3): string {
  const known = pairs.filter(({ ours, theirs }) => ours.length > 0 && theirs.length > 0);
  if (known.length === 0) return "not run yet";
  return known
    .map(({ name, ours, theirs }) => {
      const difference = spreadOf(ours).mean - spreadOf(theirs).mean;
      return `${difference < 0 ? "−" : "+"}${Math.abs(difference).toFixed(digits)} on ${name}`;
    })
    .join(", ");
}
