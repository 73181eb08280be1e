/** A class for every value of one number. */
export type Classify = (value: number) => number;

/**
 * Linear support vector classifier on one feature, as LIBLINEAR solves it (Fan et al. 2008): squared hinge loss, L2 penalty on
 * weight and bias alike, one class against the rest, "balanced" class weights. Two numbers a class, so Newton's method on the
 * primal is exact where LIBLINEAR stops at a tolerance.
 *
 * @param values `[n]`; @param classes `[n]`, whole numbers; @param penalty C
 */
export function fitOneFeatureSvc(values: Float64Array, classes: Int32Array, penalty: number): Classify {
  const counts = new Map<number, number>();
  for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1);
  const present = [...counts.keys()].sort((a, b) => a - b);
  const balanced = (one: number) => values.length / (present.length * (counts.get(one) ?? 1));
  const [first = 0, second] = present;
  if (second === undefined) return () => first;
  if (present.length === 2) {
    const { weight, bias } = fit(values, classes, second, penalty * balanced(second), penalty * balanced(first));
    return (value) => (weight * value + bias > 0 ? second : first);
  }
  // Against the rest, LIBLINEAR weighs the class itself only.
  const lines = present.map((one) => ({ one, ...fit(values, classes, one, penalty * balanced(one), penalty) }));
  return (value) => {
    let best = first;
    let most = Number.NEGATIVE_INFINITY;
    for (const { one, weight, bias } of lines) {
      if (weight * value + bias <= most) continue;
      most = weight * value + bias;
      best = one;
    }
    return best;
  };
}

interface Line {
  weight: number;
  bias: number;
}

/** Least of (w² + b²)/2 + Σ c·max(0, 1 − y·(w·x + b))², y being 1 for the positive class and −1 else. */
function fit(
  values: Float64Array,
  classes: Int32Array,
  positive: number,
  costOfPositive: number,
  costOfOthers: number,
): Line {
  const at = ({ weight, bias }: Line) => {
    const sums = { loss: (weight ** 2 + bias ** 2) / 2, gw: weight, gb: bias, hww: 1, hwb: 0, hbb: 1 };
    for (let i = 0; i < values.length; i++) {
      const isPositive = classes[i] === positive;
      const y = isPositive ? 1 : -1;
      const x = values[i] ?? 0;
      const slack = 1 - y * (weight * x + bias);
      if (slack <= 0) continue;
      const cost = isPositive ? costOfPositive : costOfOthers;
      sums.loss += cost * slack * slack;
      sums.gw -= 2 * cost * slack * y * x;
      sums.gb -= 2 * cost * slack * y;
      sums.hww += 2 * cost * x * x;
      sums.hwb += 2 * cost * x;
      sums.hbb += 2 * cost;
    }
    return sums;
  };
  let line: Line = { weight: 0, bias: 0 };
  let here = at(line);
  // The loss is quadratic between kinks, so a handful of steps arrives; the limit is for rounding only.
  for (let step = 0; step < 100; step++) {
    const determinant = here.hww * here.hbb - here.hwb * here.hwb;
    const dw = (here.hbb * here.gw - here.hwb * here.gb) / determinant;
    const db = (here.hww * here.gb - here.hwb * here.gw) / determinant;
    let share = 1;
    let next = { weight: line.weight - dw, bias: line.bias - db };
    let there = at(next);
    while (there.loss > here.loss && share > 1e-6) {
      share /= 2;
      next = { weight: line.weight - share * dw, bias: line.bias - share * db };
      there = at(next);
    }
    if (!(there.loss < here.loss)) break;
    line = next;
    here = there;
  }
  return line;
}
