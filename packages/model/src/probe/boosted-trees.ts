/** Settings that tell latents apart about as well as scikit-learn's histogram boosting does, in a tenth of a second. */
const [rounds, learningRate, depth, bins, l2] = [100, 0.1, 3, 32, 1];
const fewestInLeaf = 5;

/** A tree of full depth: node `i` has the children `2i + 1` and `2i + 2`. */
interface Tree {
  /** `[inner]` latent asked about, −1 where the tree ends early */
  latents: Int16Array;
  /** `[inner]` values above go right */
  cuts: Float64Array;
  /** `[nodes]` what a case that ends here gets */
  values: Float64Array;
}

/** Gradient-boosted trees that tell two values apart: what a probe finds that need not be linear. */
export interface BoostedTrees {
  /** `[n]` log-odds of the second value. @param codes `[n, latentDim]` */
  score(codes: ArrayLike<number>): Float64Array;
}

/**
 * Boosting by second-order steps on binned latents (Friedman 2001; XGBoost's gain, Chen & Guestrin 2016): 100 trees of depth 3.
 * @param codes `[n, latentDim]`; @param members `[n]`, 0 or 1, both of them present
 */
export function fitBoostedTrees(codes: ArrayLike<number>, latentDim: number, members: Int32Array): BoostedTrees {
  const count = members.length;
  const edges = Array.from({ length: latentDim }, (_, j) => binEdges(codes, latentDim, j));
  const binned = new Uint8Array(count * latentDim);
  for (let i = 0; i < binned.length; i++) binned[i] = binOf(edges[i % latentDim] ?? [], codes[i] ?? 0);
  const positives = members.reduce((sum, member) => sum + member, 0);
  const start = Math.log(positives / (count - positives));
  const scores = new Float64Array(count).fill(start);
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round++) {
    const gradients = new Float64Array(count);
    const curvatures = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      const chance = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      gradients[row] = chance - (members[row] ?? 0);
      curvatures[row] = chance * (1 - chance);
    }
    const tree = growTree({ binned, edges, gradients, curvatures, latentDim });
    for (let row = 0; row < count; row++) scores[row] = (scores[row] ?? 0) + leafOf(tree, codes, row * latentDim);
    trees.push(tree);
  }
  return {
    score: (rows) =>
      Float64Array.from({ length: rows.length / latentDim }, (_, row) =>
        trees.reduce((sum, tree) => sum + leafOf(tree, rows, row * latentDim), start),
      ),
  };
}

interface TreeData {
  binned: Uint8Array;
  edges: readonly number[][];
  gradients: Float64Array;
  curvatures: Float64Array;
  latentDim: number;
}

function growTree(data: TreeData): Tree {
  const inner = 2 ** depth - 1;
  const tree: Tree = {
    latents: new Int16Array(inner).fill(-1),
    cuts: new Float64Array(inner),
    values: new Float64Array(2 ** (depth + 1) - 1),
  };
  const all = Int32Array.from({ length: data.gradients.length }, (_, row) => row);
  growNode(tree, data, 0, all);
  return tree;
}

function growNode(tree: Tree, data: TreeData, node: number, rows: Int32Array): void {
  const { binned, edges, latentDim } = data;
  tree.values[node] = -learningRate * stepOf(data, rows);
  if (node >= tree.latents.length) return;
  const split = bestSplit(data, rows);
  if (split === null) return;
  tree.latents[node] = split.latent;
  tree.cuts[node] = edges[split.latent]?.[split.bin] ?? 0;
  const isRight = (row: number): boolean => (binned[row * latentDim + split.latent] ?? 0) > split.bin;
  growNode(
    tree,
    data,
    2 * node + 1,
    rows.filter((row) => !isRight(row)),
  );
  growNode(tree, data, 2 * node + 2, rows.filter(isRight));
}

function stepOf({ gradients, curvatures }: TreeData, rows: Int32Array): number {
  let [gradient, curvature] = [0, l2];
  for (const row of rows) {
    gradient += gradients[row] ?? 0;
    curvature += curvatures[row] ?? 0;
  }
  return gradient / curvature;
}

function bestSplit(data: TreeData, rows: Int32Array): { latent: number; bin: number } | null {
  const { binned, gradients, curvatures, latentDim } = data;
  let best: { latent: number; bin: number } | null = null;
  let bestGain = 1e-9;
  const [sums, weights, counts] = [new Float64Array(bins), new Float64Array(bins), new Int32Array(bins)];
  for (let latent = 0; latent < latentDim; latent++) {
    sums.fill(0);
    weights.fill(0);
    counts.fill(0);
    let [all, allWeight] = [0, 0];
    for (const row of rows) {
      const bin = binned[row * latentDim + latent] ?? 0;
      const [gradient, curvature] = [gradients[row] ?? 0, curvatures[row] ?? 0];
      sums[bin] = (sums[bin] ?? 0) + gradient;
      weights[bin] = (weights[bin] ?? 0) + curvature;
      counts[bin] = (counts[bin] ?? 0) + 1;
      all += gradient;
      allWeight += curvature;
    }
    let [left, leftWeight, leftCount] = [0, 0, 0];
    for (let bin = 0; bin + 1 < bins; bin++) {
      left += sums[bin] ?? 0;
      leftWeight += weights[bin] ?? 0;
      leftCount += counts[bin] ?? 0;
      if (leftCount < fewestInLeaf || rows.length - leftCount < fewestInLeaf) continue;
      const gain =
        left ** 2 / (leftWeight + l2) + (all - left) ** 2 / (allWeight - leftWeight + l2) - all ** 2 / (allWeight + l2);
      if (gain > bestGain) {
        bestGain = gain;
        best = { latent, bin };
      }
    }
  }
  return best;
}

/** Upper edges of the bins but the last: quantiles of one latent, without doubles. */
function binEdges(codes: ArrayLike<number>, latentDim: number, latent: number): number[] {
  const rows = codes.length / latentDim;
  const sorted = Float64Array.from({ length: rows }, (_, row) => codes[row * latentDim + latent] ?? 0).sort();
  const edges = Array.from({ length: bins - 1 }, (_, bin) => sorted[Math.floor(((bin + 1) * rows) / bins)] ?? 0);
  return [...new Set(edges)];
}

/** How many edges lie below the value. */
function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
  return bin;
}

function leafOf({ latents, cuts, values }: Tree, codes: ArrayLike<number>, from: number): number {
  let node = 0;
  for (let latent = latents[0] ?? -1; latent >= 0; latent = latents[node] ?? -1) {
    node = (codes[from + latent] ?? 0) > (cuts[node] ?? 0) ? 2 * node + 2 : 2 * node + 1;
  }
  return values[node] ?? 0;
}
