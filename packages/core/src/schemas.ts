// Browser-safe: zod only. The inputs of the verbs, the events of a run, and what the JSON columns hold.
export * from "./schemas/analysis.ts";
export * from "./schemas/artifact.ts";
export * from "./schemas/audit.ts";
export * from "./schemas/common-fields.ts";
export * from "./schemas/dataset.ts";
export * from "./schemas/dataset-summary.ts";
export * from "./schemas/export.ts";
export * from "./schemas/group.ts";
export * from "./schemas/model.ts";
export * from "./schemas/preset.ts";
export * from "./schemas/run.ts";
export * from "./schemas/run-event.ts";
export * from "./schemas/sweep.ts";
export * from "./schemas/upload.ts";
export * from "./schemas/user.ts";
export * from "./schemas/worker.ts";
