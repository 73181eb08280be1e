import type { RouterOutputs } from "@/server/routers/index.ts";

/** A model as the public sees it, its released versions newest first, and what is left of retired ones. */
export type ReleasedModel = RouterOutputs["lab"]["releasedModel"];

/** A released model as lists show it: without what is left of its retired versions. */
export type ListedModel = RouterOutputs["lab"]["released"][number];
