import { trainingConfig } from "@diaphane/model/config";
import type { ListedModel } from "./released-model.ts";

/** The classes of a version's heads, each empty without that head: its data may have labels, masks and boxes that it did not learn. */
export interface Heads {
  classes: readonly string[];
  maskClasses: readonly string[];
  boxClasses: readonly string[];
}

/** Nothing for a version whose settings have a form that this page does not know. */
export function headsOf({ config }: Pick<ListedModel["versions"][number], "config">): Heads {
  const { data } = trainingConfig.safeParse(config);
  return data ? data.model : { classes: [], maskClasses: [], boxClasses: [] };
}
