import { matchesSearch } from "../../datasets/list/matches-search.ts";

export const tasks = ["classification", "segmentation", "detection"] as const;
export type Task = (typeof tasks)[number];

/** What a released model is found by. */
export interface GalleryFacets {
  texts: string[];
  tasks: Task[];
  size: string;
  channels: number;
  hasPresets: boolean;
  isAudited: boolean;
}

/** What is asked for, as the address has it; null or false: anything. */
export interface GalleryFilter {
  search: string;
  task: string | null;
  size: string | null;
  channels: string | null;
  withPresets: boolean;
  audited: boolean;
}

/** The names of the parameters in the page's address. */
export const filterParameters = {
  search: "q",
  task: "task",
  size: "size",
  channels: "channels",
  withPresets: "presets",
  audited: "audited",
} as const satisfies Record<keyof GalleryFilter, string>;

export function readFilter(parameters: Pick<URLSearchParams, "get">): GalleryFilter {
  return {
    search: parameters.get(filterParameters.search) ?? "",
    task: parameters.get(filterParameters.task),
    size: parameters.get(filterParameters.size),
    channels: parameters.get(filterParameters.channels),
    withPresets: parameters.get(filterParameters.withPresets) === "1",
    audited: parameters.get(filterParameters.audited) === "1",
  };
}

export function isShown(facets: GalleryFacets, filter: GalleryFilter): boolean {
  return (
    matchesSearch(filter.search, facets.texts) &&
    (filter.task === null || facets.tasks.some((task) => task === filter.task)) &&
    (filter.size === null || facets.size === filter.size) &&
    (filter.channels === null || String(facets.channels) === filter.channels) &&
    (!filter.withPresets || facets.hasPresets) &&
    (!filter.audited || facets.isAudited)
  );
}
