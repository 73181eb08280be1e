import { probabilities } from "../latent/probabilities.ts";
import { predictedClasses, thresholded } from "../metrics/index.ts";
import { type AttributeColumn, groupsOfAttribute, intersection } from "./attribute-column.ts";

/** In the order in which they are looked at: what was overlooked, what was cried wolf at, one finding for another, and the rest. */
export const outcomeKinds = ["missed", "falseAlarm", "confused", "right"] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What became of one labelled case. */
export interface CaseOutcome {
  /** Row in the audited set. */
  row: number;
  label: number;
  predicted: number;
  /** Probability of the predicted class. */
  confidence: number;
  kind: OutcomeKind;
}

interface OutcomeOptions {
  classCount: number;
  /** Of two classes: probability of the second from which on it is called. Null with more: the likeliest is. */
  threshold: number | null;
  /** The class that says "no finding"; null: there is none, and every error is a confusion. */
  noFinding: number | null;
}

/**
 * What a report's figures count, case by case: labelled ones only, called as the report calls them.
 *
 * @param logits `[n × classCount]`; @param labels `[n]`, −1 where there is none
 */
export function caseOutcomes(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  { classCount, threshold, noFinding }: OutcomeOptions,
): CaseOutcome[] {
  const scores = probabilities(logits, classCount);
  const second = (row: number) => scores[row * classCount + 1] ?? 0;
  const predicted =
    classCount === 2 && threshold !== null
      ? thresholded(
          Float64Array.from({ length: labels.length }, (_, row) => second(row)),
          threshold,
        )
      : predictedClasses(scores, classCount);
  return Array.from(labels, (label, row): CaseOutcome => {
    const called = predicted[row] ?? 0;
    const kind = kindOf(label, called, noFinding);
    return { row, label, predicted: called, confidence: scores[row * classCount + called] ?? 0, kind };
  }).filter(({ label }) => label >= 0);
}

function kindOf(label: number, predicted: number, noFinding: number | null): OutcomeKind {
  if (label === predicted) return "right";
  if (predicted === noFinding) return "missed";
  return label === noFinding ? "falseAlarm" : "confused";
}

/**
 * The rows of the audited set that a report's group is made of.
 *
 * @param attributes the grouping's one or two, in its order; @param group value of each, null where none is known
 */
export function groupRows(attributes: readonly AttributeColumn[], group: readonly (string | null)[]): Set<number> {
  const [first, second] = attributes.map(groupsOfAttribute);
  if (!first) return new Set();
  const grouping = second ? intersection(first, second) : first;
  const wanted = grouping.groups.findIndex((values) => values.every((value, at) => value === group[at]));
  return new Set([...grouping.of.keys()].filter((row) => grouping.of[row] === wanted));
}
