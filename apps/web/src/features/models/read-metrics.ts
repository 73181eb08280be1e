import { type Evaluation, manifest } from "@diaphane/model/config";

export interface ModelMetrics {
  validation: Evaluation | null;
  test: Evaluation | null;
}

/** Reads the figures kept beside a version; null for those of a form this page does not know. */
export function readMetrics(stored: unknown): ModelMetrics | null {
  const parsed = manifest.shape.metrics.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
