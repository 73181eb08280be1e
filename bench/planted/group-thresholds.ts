import type { AuditRequest } from "../../packages/model/src/bias/audit-request.ts";
import { exactLogits } from "../../packages/model/src/latent/contributions.ts";
import { chooseThreshold } from "../../packages/model/src/metrics/choose-threshold.ts";

/**
 * A threshold on the log-odds for every value of the first attribute, with the greatest Youden's J on audit images: what a comparator
 * may do that is told of each image which group it is in, as presets are not. Groups are ranked by how far they lie above their threshold.
 */
export function groupThresholds(audit: AuditRequest): (test: AuditRequest) => AuditRequest {
  const margins = marginsOf(audit);
  const [attribute] = audit.attributes;
  const thresholds = (attribute?.values ?? []).map((_, value) => {
    const rows = [...audit.labels.keys()].filter((row) => attribute?.of[row] === value);
    return chooseThreshold(
      rows.map((row) => margins[row] ?? 0),
      rows.map((row) => audit.labels[row] ?? 0),
    ).threshold;
  });
  return (test) => ({
    ...test,
    codes: marginsOf(test).map((margin, row) => margin - (thresholds[test.attributes[0]?.of[row] ?? 0] ?? 0)),
    head: { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) },
  });
}

/** Log-odds of the second of two classes `[n]`. */
function marginsOf({ codes, head, labels }: AuditRequest): Float32Array {
  return Float32Array.from(labels, (_, row) => {
    const [first = 0, second = 0] = exactLogits(head, codes.subarray(row * head.latentDim, (row + 1) * head.latentDim));
    return second - first;
  });
}
