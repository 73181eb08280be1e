"use client";

import { comparedRuns } from "@diaphane/core/schemas";
import { useAddress } from "@/features/datasets/filters/use-address.ts";
import { readRunIds, toggleRunId } from "../run-ids.ts";

/** The runs chosen on this page, kept in its address: a reload or a link keeps them. */
export function useRunSelection() {
  const { parameters, set } = useAddress();
  const ids = readRunIds(parameters.get("runs"));
  return {
    ids,
    isFull: ids.length >= comparedRuns.most,
    toggle: (id: string) => set("runs", toggleRunId(ids, id).join(",") || null),
    clear: () => set("runs", null),
  };
}
