import { structuralComponents } from "./delong.ts";
import { normalQuantile } from "./normal-distribution.ts";
import type { Estimate } from "./stratified-bootstrap.ts";

interface Cluster {
  positives: number;
  negatives: number;
  /** Sums of the structural components of its cases. */
  positive: number;
  negative: number;
}

/**
 * AUROC with an interval that counts subjects and not images: structural components are summed by subject (Obuchowski 1997).
 * With one case a subject it is DeLong's.
 *
 * @param scores `[n]`; @param labels `[n]`, 1 positive, 0 negative; @param subjects `[n]` whose case it is
 * @throws NotEnoughDataError with fewer than two cases of a class
 */
export function clusteredAuroc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  subjects: ArrayLike<number | string>,
  level = 0.95,
): Estimate & { variance: number } {
  const { auroc, positive, negative } = structuralComponents(scores, labels);
  const clusters = [...clustersOf(labels, subjects, { positive, negative }).values()];
  const withPositive = clusters.filter((cluster) => cluster.positives > 0);
  const withNegative = clusters.filter((cluster) => cluster.negatives > 0);
  const ofPositive = (cluster: Cluster) => cluster.positive - cluster.positives * auroc;
  const ofNegative = (cluster: Cluster) => cluster.negative - cluster.negatives * auroc;
  const variance =
    spread(withPositive, (cluster) => ofPositive(cluster) ** 2) / positive.length ** 2 +
    spread(withNegative, (cluster) => ofNegative(cluster) ** 2) / negative.length ** 2 +
    (2 * spread(clusters, (cluster) => ofPositive(cluster) * ofNegative(cluster))) / positive.length / negative.length;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance));
  return { value: auroc, interval: [Math.max(0, auroc - half), Math.min(1, auroc + half)], variance };
}

function clustersOf(
  labels: ArrayLike<number>,
  subjects: ArrayLike<number | string>,
  { positive, negative }: { positive: Float64Array; negative: Float64Array },
): Map<number | string, Cluster> {
  const clusters = new Map<number | string, Cluster>();
  let [positives, negatives] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    const subject = subjects[i] ?? "";
    const cluster = clusters.get(subject) ?? { positives: 0, negatives: 0, positive: 0, negative: 0 };
    clusters.set(subject, cluster);
    if (labels[i] === 1) {
      cluster.positives++;
      cluster.positive += positive[positives++] ?? 0;
    } else {
      cluster.negatives++;
      cluster.negative += negative[negatives++] ?? 0;
    }
  }
  return clusters;
}

/** Σ over clusters, times k/(k − 1). A single cluster says nothing of the spread between them. */
function spread(clusters: readonly Cluster[], of: (cluster: Cluster) => number): number {
  const sum = clusters.reduce((total, cluster) => total + of(cluster), 0);
  return clusters.length > 1 ? (sum * clusters.length) / (clusters.length - 1) : Number.POSITIVE_INFINITY;
}
