/** A part of its own: whoever audits models needs it, few pages do. */
export { type AttributeColumn, type GroupColumn, groupsOfAttribute, intersection } from "./attribute-column.ts";
export { attributeGroups, type KnownAttribute } from "./attribute-groups.ts";
export { auditModel } from "./audit-model.ts";
export type { AuditOptions, AuditRequest } from "./audit-request.ts";
export {
  type AttributeUse,
  type BiasReport,
  biasReport,
  type DenseGap,
  type DenseGapKind,
  type DetectionGroup,
  type Finding,
  type Gap,
  type GapKind,
  type Grouping,
  type GroupMetrics,
  type GroupReport,
  gapKinds,
  type SegmentationGroup,
  type Slice,
} from "./bias-report.ts";
export { type CaseOutcome, caseOutcomes, groupRows, type OutcomeKind } from "./case-outcomes.ts";
export { isReliedOn, relianceOf } from "./reliance.ts";
