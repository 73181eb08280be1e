import type { RouterOutputs } from "@/server/routers/index.ts";

/** A model as the public sees it, its released versions newest first, and what is left of retired ones. */
export type ReleasedModel = RouterOutputs["lab"]["releasedModel"];

/** The same as lists have it. */
export type ListedModel = Omit<ReleasedModel, "retired">;
