import type { CardFacts } from "./card-facts.ts";
import type { SectionId } from "./card-section.ts";

/** Where a card answers an item of a checklist; null: it does not. */
type Answer = SectionId | null;

const tripodOrder = [
  ...(["title", "abstract", "background", "objectives", "data", "participants", "preparation", "outcome"] as const),
  ...(["predictors", "sampleSize", "missing", "methods", "imbalance", "fairness", "output", "split"] as const),
  ...(["approval", "openScience", "involvement", "flow", "development", "specification", "performance"] as const),
  ...(["updating", "interpretation", "limitations", "usability"] as const),
];

const claimOrder = [
  ...(["title", "abstract", "background", "objectives", "design", "goal", "sources", "eligibility"] as const),
  ...(["preparation", "subsets", "elements", "deidentification", "missing", "reference", "rationale"] as const),
  ...(["annotators", "tools", "variability", "sampleSize", "split", "disjoint", "specification"] as const),
  ...(["software", "initialisation", "training", "selection", "ensembling", "metrics", "uncertainty"] as const),
  ...(["robustness", "explainability", "external", "flow", "demographics", "performance", "accuracy"] as const),
  ...(["failures", "limitations", "implications", "registration", "protocol", "funding"] as const),
];

export type TripodItem = (typeof tripodOrder)[number];
export type ClaimItem = (typeof claimOrder)[number];

interface Row<Item> {
  /** From 1, as the checklist counts. */
  number: number;
  item: Item;
  answer: Answer;
}

function rows<Item extends string>(order: readonly Item[], answers: Partial<Record<Item, Answer>>): Row<Item>[] {
  return order.map((item, index) => ({ number: index + 1, item, answer: answers[item] ?? null }));
}

/** The items of TRIPOD+AI (Collins et al. 2024, BMJ 385:e078378), and where this card answers them. */
export function tripodRows(facts: CardFacts): Row<TripodItem>[] {
  const has = conditions(facts);
  return rows(tripodOrder, {
    ...{ data: "trainingData", outcome: "trainingData", output: "details", specification: "details" },
    ...{ split: "evaluationData", methods: "metrics", limitations: "caveats", usability: "intendedUse" },
    imbalance: has.labels,
    performance: has.test,
    fairness: has.audit,
    approval: has.synthetic,
  });
}

/** The items of CLAIM (Mongan et al. 2020, Radiology AI 2:e200029), and where this card answers them. */
export function claimRows(facts: CardFacts): Row<ClaimItem>[] {
  const has = conditions(facts);
  return rows(claimOrder, {
    ...{ sources: "trainingData", split: "trainingData", specification: "details", training: "details" },
    ...{ limitations: "caveats", background: "intendedUse" },
    disjoint: has.subjects,
    deidentification: has.synthetic,
    reference: has.synthetic && "trainingData",
    metrics: has.test && "metrics",
    uncertainty: has.test && "metrics",
    performance: has.test,
    accuracy: has.test,
    robustness: has.audit,
  });
}

function conditions({ version, metrics, audit }: CardFacts) {
  const { summary, dataset } = version.datasetVersion;
  return {
    labels: summary ? "trainingData" : null,
    subjects: summary && summary.subjects !== null ? "evaluationData" : null,
    synthetic: dataset.isSynthetic ? "ethics" : null,
    test: metrics?.test ? "quantitative" : null,
    audit: audit?.worstGroup ? "quantitative" : null,
  } as const;
}
