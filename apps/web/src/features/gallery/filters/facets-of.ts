import { headsOf } from "../heads-of.ts";
import type { ListedModel } from "../released-model.ts";
import type { GalleryFacets, Task } from "./gallery-facets.ts";

/** What a model is found by, from its newest version. @param withPresets versions that a preset is released for */
export function facetsOf(model: ListedModel, withPresets: ReadonlySet<string>): GalleryFacets | null {
  const [version] = model.versions;
  if (!version) return null;
  const { channels, dataset } = version.datasetVersion;
  const { classes, maskClasses, boxClasses } = headsOf(version);
  const tasks: Task[] = [
    ...(classes.length > 1 ? (["classification"] as const) : []),
    ...(maskClasses.length > 0 ? (["segmentation"] as const) : []),
    ...(boxClasses.length > 0 ? (["detection"] as const) : []),
  ];
  return {
    texts: [model.name, model.description, model.groupName, dataset.name, ...classes, ...maskClasses, ...boxClasses],
    ...{ tasks, size: version.size, channels },
    hasPresets: withPresets.has(version.id),
    isAudited: version.auditId !== null,
  };
}
