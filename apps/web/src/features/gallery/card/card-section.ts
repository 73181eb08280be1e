export const sectionIds = [
  "details",
  "intendedUse",
  "factors",
  "metrics",
  "evaluationData",
  "trainingData",
  "quantitative",
  "ethics",
  "caveats",
] as const;
/** Sections of a model card (Mitchell et al. 2019, "Model Cards for Model Reporting"). */
export type SectionId = (typeof sectionIds)[number];

export interface CardEntry {
  name: string;
  /** Null: nobody measured it, or nobody said it. */
  value: string | null;
  absent: "notMeasured" | "notReported";
}

export interface CardSection {
  id: SectionId;
  title: string;
  entries: CardEntry[];
}

/** What somebody would have to say. */
export function said(name: string, value: string | null): CardEntry {
  return { name, value, absent: "notReported" };
}

/** What somebody would have to measure. */
export function measured(name: string, value: string | null): CardEntry {
  return { name, value, absent: "notMeasured" };
}
