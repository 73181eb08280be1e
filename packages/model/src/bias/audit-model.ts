import { namedSubjects } from "../images/subjects.ts";
import { holmCorrection } from "../metrics/index.ts";
import { groupsOfAttribute, intersection } from "./attribute-column.ts";
import type { AuditOptions, AuditRequest } from "./audit-request.ts";
import { type BiasReport, biasReport, type Grouping } from "./bias-report.ts";
import { auditDetection, auditSegmentation } from "./dense-groups.ts";
import { encodingOf } from "./encoding.ts";
import { findSlices } from "./find-slices.ts";
import { findingsOf } from "./findings.ts";
import { groupPerformance, type PerformanceOptions } from "./group-performance.ts";
import { isReliedOn, relianceOf } from "./reliance.ts";
import { scoreCases } from "./scored-cases.ts";

const level = 0.95;
/** From here on BCa is percentile to the third digit, at one pass a case more. */
const mostForBca = 4000;

/**
 * A bias report: group performance, encoding, reliance and slices of one model on one set, docs/science.md "Bias".
 * @throws NotEnoughDataError when no case has a label
 */
export function auditModel(request: AuditRequest, options: AuditOptions): BiasReport {
  const { classes, head, codes, labels, attributes } = request;
  const { seed, draws = 1000, permutations = 1000, fewestCases = 10, fewestIntersection = 30, without = [] } = options;
  const threshold = options.threshold ?? 0.5;
  const cases = scoreCases(request, threshold);
  const intervals = options.intervals ?? (cases.count > mostForBca ? "percentile" : "bca");
  const noFinding = request.noFinding === undefined ? (classes.length === 2 ? 0 : null) : request.noFinding;
  const subjects = request.subjects && namedSubjects(request.subjects);
  const settings = { seed, draws, permutations, level, intervals, fewestCases };
  const performance: PerformanceOptions = { ...settings, fewestInGroup: 1, noFinding, classes };
  const columns = attributes.map(groupsOfAttribute);
  const everyone = { attributes: ["all"], groups: [["all"]], of: new Int32Array(labels.length) };
  const [all] = groupPerformance(cases, everyone, subjects, { ...performance, permutations: 0 }).groups;
  const coded = { latentDim: head.latentDim, codes, subjects };
  const report: Omit<BiasReport, "findings"> = {
    ...{ format: "diaphane-bias-report", schemaVersion: 1, modelHash: request.modelHash },
    ...{ dataHash: request.dataHash ?? null, presetHash: request.presetHash ?? null, classes: [...classes] },
    noFinding: noFinding === null ? null : (classes[noFinding] ?? null),
    ...{ count: labels.length, labelled: cases.count },
    subjects: subjects ? new Set(subjects).size : labels.length,
    settings: { ...settings, fewestIntersection, threshold: classes.length === 2 ? threshold : null },
    overall: all?.metrics ?? noMetrics,
    performance: corrected(columns.map((column) => groupPerformance(cases, column, subjects, performance))),
    intersections: without.includes("intersections")
      ? []
      : columns.flatMap((first, i) =>
          columns.slice(i + 1).map((second) =>
            groupPerformance(cases, intersection(first, second), subjects, {
              ...performance,
              ...{ permutations: 0, fewestInGroup: fewestIntersection },
            }),
          ),
        ),
    use: without.includes("use")
      ? []
      : attributes.map((attribute) => {
          const reliance = relianceOf(coded, labels, classes, head, attribute, {
            ...{ seed, draws, level, fewest: fewestCases },
          });
          return {
            attribute: attribute.name,
            encoding: encodingOf(coded, attribute, { seed, draws, fewest: fewestCases }),
            ...{ reliance, isReliedOn: isReliedOn(reliance) },
          };
        }),
    slices: without.includes("slices")
      ? []
      : findSlices(cases, codes, head.latentDim, classes, subjects, {
          ...{ seed, draws, permutations, level, fewest: fewestCases },
          ...(request.whole ? { whole: request.whole } : {}),
        }),
    ...(request.segmentation
      ? { segmentation: auditSegmentation(request.segmentation, columns, subjects, settings) }
      : {}),
    ...(request.detection ? { detection: auditDetection(request.detection, columns, subjects, settings) } : {}),
  };
  return biasReport.parse({ ...report, findings: findingsOf(report) });
}

const noMetrics: BiasReport["overall"] = {
  ...{ accuracy: null, auroc: null, tpr: null, fpr: null, ppv: null, selectionRate: null },
  ...{ underdiagnosis: null, ece: null, brier: null },
};

/** Holm's correction over all tested gaps. */
function corrected(groupings: Grouping[]): Grouping[] {
  const tested = groupings.flatMap(({ gaps }) => gaps.flatMap(({ pValue }) => (pValue === null ? [] : [pValue])));
  const values = holmCorrection(tested);
  let next = 0;
  return groupings.map((grouping) => ({
    ...grouping,
    gaps: grouping.gaps.map((gap) => ({ ...gap, correctedP: gap.pValue === null ? null : (values[next++] ?? null) })),
  }));
}
