import type { RouterOutputs } from "@/server/routers/index.ts";

/** A model as the public sees it, its released versions newest first. */
export type ReleasedModel = RouterOutputs["lab"]["releasedModel"];
