import type { TrainingConfig } from "@diaphane/model/config";
import type { ModelMetrics } from "../../models/read-metrics.ts";
import type { ReleasedModel } from "../released-model.ts";

/** The worst cell of label × group that an audit's report found. */
export interface WorstGroup {
  label: string;
  /** `sex = female`, for example. */
  group: string;
  n: number;
  accuracy: { value: number; interval: [number, number] };
}

/** An approval as the card tells it. */
export interface CardAudit {
  id: string;
  /** What the authors wrote of intended use and limits. */
  note: string;
  reviewerName: string;
  reasons: string;
  signedAt: Date;
  /** In the report that was approved; empty where it could not be read. */
  attributes: string[];
  worstGroup: WorstGroup | null;
}

/** All that a card is filled from: what was recorded, and nothing else. */
export interface CardFacts {
  model: ReleasedModel;
  version: ReleasedModel["versions"][number];
  /** Null where what was kept has a form that this page does not know. */
  config: TrainingConfig | null;
  metrics: ModelMetrics | null;
  audit: CardAudit | null;
}
