import { namedSubjects } from "../images/subjects.ts";
import { type AttributeColumn, groupsOfAttribute, intersection } from "./attribute-column.ts";
import type { AuditOptions, AuditRequest } from "./audit-request.ts";
import { type AttributeUse, type BiasReport, biasReport } from "./bias-report.ts";
import { correctedGaps } from "./corrected-gaps.ts";
import { auditDetection, auditSegmentation } from "./dense-groups.ts";
import { encodingOf } from "./encoding.ts";
import { findSlices } from "./find-slices.ts";
import { findingsOf } from "./findings.ts";
import { groupPerformance, type PerformanceOptions } from "./group-performance.ts";
import { isReliedOn, relianceOf } from "./reliance.ts";
import { type ScoredCases, scoreCases } from "./scored-cases.ts";

const level = 0.95;
/** From here on BCa is percentile to the third digit, at one pass a case more. */
const mostForBca = 4000;

/**
 * A bias report: group performance, encoding, reliance and slices of one model on one set, docs/science.md "Bias". Without labels, where
 * there are masks or boxes, of these alone.
 * @throws NotEnoughDataError when no case has a label, mask or box
 */
export function auditModel(request: AuditRequest, options: AuditOptions): BiasReport {
  const { classes, head, codes, labels, attributes, segmentation, detection } = request;
  const { seed, draws = 1000, permutations = 1000, fewestCases = 10, fewestIntersection = 30, without = [] } = options;
  const threshold = options.threshold ?? 0.5;
  const isDenseOnly = (segmentation ?? detection) !== undefined && labels.every((label) => label < 0);
  const cases = isDenseOnly ? null : scoreCases(request, threshold);
  const intervals = options.intervals ?? ((cases?.count ?? 0) > mostForBca ? "percentile" : "bca");
  const noFinding = request.noFinding === undefined ? (classes.length === 2 ? 0 : null) : request.noFinding;
  const subjects = request.subjects && namedSubjects(request.subjects);
  const settings = { seed, draws, permutations, level, intervals, fewestCases };
  const columns = attributes.map(groupsOfAttribute);
  const report: Omit<BiasReport, "findings"> = {
    ...{ format: "diaphane-bias-report", schemaVersion: 2, modelHash: request.modelHash },
    ...{ dataHash: request.dataHash ?? null, presetHash: request.presetHash ?? null, classes: [...classes] },
    noFinding: noFinding === null ? null : (classes[noFinding] ?? null),
    ...{ count: labels.length, labelled: cases?.count ?? 0 },
    subjects: subjects ? new Set(subjects).size : labels.length,
    settings: { ...settings, fewestIntersection, threshold: classes.length === 2 ? threshold : null },
    ...(cases ? ofDecisions(cases) : { overall: noMetrics, performance: [], intersections: [], slices: [] }),
    use: without.includes("use") ? [] : attributes.map(useOf),
    ...(segmentation ? { segmentation: auditSegmentation(segmentation, columns, subjects, settings) } : {}),
    ...(detection ? { detection: auditDetection(detection, columns, subjects, settings) } : {}),
  };
  const corrected = { ...report, ...correctedGaps(report) };
  return biasReport.parse({ ...corrected, findings: findingsOf(corrected) });

  function ofDecisions(scored: ScoredCases): Pick<BiasReport, "overall" | "performance" | "intersections" | "slices"> {
    const performance: PerformanceOptions = { ...settings, fewestInGroup: 1, noFinding, classes };
    const everyone = { attributes: ["all"], groups: [["all"]], of: new Int32Array(labels.length) };
    const [all] = groupPerformance(scored, everyone, subjects, { ...performance, permutations: 0 }).groups;
    const pairs = columns.flatMap((first, i) => columns.slice(i + 1).map((second) => intersection(first, second)));
    const ofPairs = { ...performance, permutations: 0, fewestInGroup: fewestIntersection };
    const { whole } = request;
    const searched = { seed, draws, permutations, level, fewest: fewestCases, ...(whole ? { whole } : {}) };
    return {
      overall: all?.metrics ?? noMetrics,
      performance: columns.map((column) => groupPerformance(scored, column, subjects, performance)),
      intersections: without.includes("intersections")
        ? []
        : pairs.map((pair) => groupPerformance(scored, pair, subjects, ofPairs)),
      slices: without.includes("slices") ? [] : findSlices(scored, codes, head.latentDim, classes, subjects, searched),
    };
  }

  function useOf(attribute: AttributeColumn): AttributeUse {
    const coded = { latentDim: head.latentDim, codes, subjects };
    const asked = { seed, draws, fewest: fewestCases };
    const reliance = cases ? relianceOf(coded, labels, classes, head, attribute, { ...asked, level }) : [];
    const encoding = encodingOf(coded, attribute, asked);
    return { attribute: attribute.name, encoding, reliance, isReliedOn: isReliedOn(reliance) };
  }
}

const noMetrics: BiasReport["overall"] = {
  ...{ accuracy: null, auroc: null, tpr: null, fpr: null, ppv: null, selectionRate: null },
  ...{ underdiagnosis: null, ece: null, brier: null },
};
