import type { AuditRequest } from "../bias/audit-request.ts";
import { namedSubjects } from "../images/subjects.ts";

/** An audit's cases without the model's class head. */
export type Cases = Omit<AuditRequest, "head">;

/** Cases of two sets on end, apart. @param firstCount those of the first */
export function dividedCases(cases: Cases, latentDim: number, firstCount: number): [first: Cases, second: Cases] {
  const part = (from: number, to: number): Cases => ({
    ...cases,
    codes: cases.codes.subarray(from * latentDim, to * latentDim),
    labels: cases.labels.subarray(from, to),
    ...(cases.subjects ? { subjects: cases.subjects.slice(from, to) } : {}),
    attributes: cases.attributes.map((one) => ({ ...one, of: one.of.subarray(from, to) })),
  });
  return [part(0, firstCount), part(firstCount, cases.labels.length)];
}

/** The cases of two sets with the same attributes, on end; whose they are is left out. */
export function joinedCases(first: Cases, second: Cases): Pick<Cases, "codes" | "labels" | "attributes"> {
  return {
    codes: Float32Array.from([...first.codes, ...second.codes]),
    labels: Int32Array.from([...first.labels, ...second.labels]),
    attributes: first.attributes.map((one, place) => ({
      ...one,
      of: Int32Array.from([...one.of, ...(second.attributes[place]?.of ?? [])]),
    })),
  };
}

/** How many images a set has, and of how many subjects. */
export function sizeOf({ labels, subjects }: Pick<Cases, "labels" | "subjects">): { count: number; subjects: number } {
  const count = labels.length;
  return { count, subjects: subjects ? new Set(namedSubjects(subjects)).size : count };
}
