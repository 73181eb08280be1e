import type { AuditRequest } from "../../packages/model/src/bias/audit-request.ts";
import { randomSource } from "../../packages/model/src/random/random-source.ts";

/** How many values each of the six attributes has. */
const valueCounts = [2, 2, 3, 4, 5, 6];

/** Cases of two classes with attributes, the last values of which the model does worse on. */
export function auditCases(count: number): AuditRequest {
  const random = randomSource(1);
  const labels = Int32Array.from({ length: count }, () => (random.uniform() < 0.4 ? 1 : 0));
  const columns = valueCounts.map((values) => Int32Array.from({ length: count }, () => random.below(values)));
  const codes = Float32Array.from(labels, (label, row) => {
    const isLast = columns.filter((of, a) => of[row] === (valueCounts[a] ?? 0) - 1).length;
    return (label === 1 ? 1 : -1) * (1 - 0.1 * isLast) + random.normal();
  });
  return {
    ...{ modelHash: "0".repeat(64), classes: ["no", "yes"], codes, labels },
    head: { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) },
    attributes: columns.map((of, a) => ({
      ...{ name: `attribute ${a + 1}`, of },
      values: Array.from({ length: valueCounts[a] ?? 0 }, (_, value) => `value ${value + 1}`),
    })),
  };
}
