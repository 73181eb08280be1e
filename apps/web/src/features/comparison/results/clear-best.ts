import type { Figure } from "@/features/models/version/metric-rows.ts";

/** Whether it can tell chance from difference: a bootstrap of nothing but 0 or nothing but 1 has no width, and says nothing. */
export function hasInterval({ interval }: Figure): boolean {
  return interval !== null && interval[0] < interval[1];
}

export interface Contender {
  readonly key: string;
  readonly figure: Figure;
}

/** Best first by the value alone; those of one value keep their order. */
export function sortByFigure<Kind extends { figure: Figure }>(
  entries: readonly Kind[],
  better: "higher" | "lower",
): Kind[] {
  const sign = better === "higher" ? -1 : 1;
  return entries.toSorted((a, b) => sign * (a.figure.value - b.figure.value));
}

/**
 * The one whose interval lies beyond those of all others; null when intervals meet, one has none or no width, or there is nothing to
 * compare with. Disjoint intervals are a stricter test than a paired one would be: "not clear" is not "equal".
 */
export function clearBest(entries: readonly Contender[], better: "higher" | "lower"): string | null {
  const [best, ...others] = sortByFigure(entries, better);
  if (!best || others.length === 0) return null;
  const isBeyond = ({ figure }: Contender) => {
    const [own, other] = [best.figure.interval, figure.interval];
    if (!own || !other || !hasInterval(best.figure) || !hasInterval(figure)) return false;
    return better === "higher" ? own[0] > other[1] : own[1] < other[0];
  };
  return others.every(isBeyond) ? best.key : null;
}
