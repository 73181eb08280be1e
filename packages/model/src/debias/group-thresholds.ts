import type { AttributeColumn } from "../bias/attribute-column.ts";
import type { AuditRequest } from "../bias/audit-request.ts";
import { exactLogits } from "../latent/contributions.ts";

/** Fewer cases of either label than this, and a group keeps the common threshold. */
const fewestOfLabel = 5;

/**
 * The log-odds from which on a case of a group is called the second of two classes, by group of all attributes together: that at which
 * the worse of its two labels does best. A comparator alone (after Hardt et al. 2016): whoever decides by it has to know the attribute
 * of every patient.
 *
 * @param cases of two classes, none of those that it is judged by
 */
export function groupThresholds(
  cases: Pick<AuditRequest, "head" | "codes" | "labels" | "attributes">,
): Map<string, number> {
  const margins = marginsOf(cases);
  const groups = new Map<string, { margin: number; isSecond: boolean }[]>();
  cases.labels.forEach((label, row) => {
    const group = groupOf(cases.attributes, row);
    if (label < 0 || group === null) return;
    const members = groups.get(group) ?? [];
    members.push({ margin: margins[row] ?? 0, isSecond: label === 1 });
    groups.set(group, members);
  });
  return new Map([...groups].map(([group, members]) => [group, bestCut(members)]));
}

/** The cases decided by the thresholds of their groups; those of a group that has none, or is not known, as before. */
export function withGroupThresholds(request: AuditRequest, thresholds: ReadonlyMap<string, number>): AuditRequest {
  const { head, codes, labels, attributes } = request;
  const { latentDim, classCount } = head;
  // One latent more carries each case's own shift of the log-odds, so that the common threshold becomes its group's.
  const width = latentDim + 1;
  const shifted = new Float32Array(labels.length * width);
  labels.forEach((_, row) => {
    shifted.set(codes.subarray(row * latentDim, (row + 1) * latentDim), row * width);
    shifted[row * width + latentDim] = -(thresholds.get(groupOf(attributes, row) ?? "") ?? 0);
  });
  const weights = new Float32Array(width * classCount);
  weights.set(head.weights);
  weights[latentDim * classCount + 1] = 1;
  return { ...request, codes: shifted, head: { ...head, latentDim: width, weights } };
}

function groupOf(attributes: readonly AttributeColumn[], row: number): string | null {
  const values = attributes.map(({ of }) => of[row] ?? -1);
  return values.some((value) => value < 0) ? null : values.join();
}

function marginsOf({ head, codes, labels }: Pick<AuditRequest, "head" | "codes" | "labels">): Float64Array {
  return Float64Array.from(labels, (_, row) => {
    const [first = 0, second = 0] = exactLogits(head, codes.subarray(row * head.latentDim, (row + 1) * head.latentDim));
    return second - first;
  });
}

/** Between which neighbouring margins the worse of sensitivity and specificity is greatest; 0 where a label has too few cases. */
function bestCut(members: { margin: number; isSecond: boolean }[]): number {
  const seconds = members.filter(({ isSecond }) => isSecond).length;
  const firsts = members.length - seconds;
  if (Math.min(seconds, firsts) < fewestOfLabel) return 0;
  const sorted = members.toSorted((a, b) => a.margin - b.margin);
  let [missed, passed] = [0, 0];
  let best = { worst: -1, cut: 0 };
  sorted.forEach(({ margin, isSecond }, rank) => {
    if (isSecond) missed++;
    else passed++;
    const next = sorted[rank + 1]?.margin ?? Number.POSITIVE_INFINITY;
    const worst = Math.min((seconds - missed) / seconds, passed / firsts);
    if (worst > best.worst && next > margin && Number.isFinite(next)) best = { worst, cut: (margin + next) / 2 };
  });
  return best.cut;
}
