import { comparedRuns } from "@diaphane/core/schemas";

/** The runs that an address names: `?runs=a,b,c`, each once, at most as many as can be compared. */
export function readRunIds(parameter: string | null | undefined): string[] {
  const ids = (parameter ?? "").split(",").filter((id) => /^\w{1,64}$/.test(id));
  return [...new Set(ids)].slice(0, comparedRuns.most);
}

/** With that run chosen, or no longer; one too many changes nothing. */
export function toggleRunId(ids: readonly string[], id: string): string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length < comparedRuns.most ? [...ids, id] : [...ids];
}

export function canCompare(ids: readonly string[]): boolean {
  return ids.length >= comparedRuns.least && ids.length <= comparedRuns.most;
}

/** Where those runs stand side by side. */
export function compareHref(group: string, ids: readonly string[]): string {
  return `/g/${group}/models/compare?runs=${ids.join(",")}`;
}

/** Where they are chosen, as they are now. */
export function chooseHref(group: string, ids: readonly string[]): string {
  return `/g/${group}/models?runs=${ids.join(",")}`;
}
