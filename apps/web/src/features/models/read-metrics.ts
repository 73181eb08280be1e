import { manifest } from "@diaphane/model/config";
import type { z } from "zod";

export type ModelMetrics = z.infer<typeof manifest.shape.metrics>;

/** Reads the figures kept beside a version; null for those of a form this page does not know. */
export function readMetrics(stored: unknown): ModelMetrics | null {
  const parsed = manifest.shape.metrics.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
