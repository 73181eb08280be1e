import path from "node:path";
import { findBinding } from "./load-tfjs-node.ts";
import { buildFolder, type Recipe } from "./recipe.ts";

/** The tfjs-node package of the build in the cache, or undefined when there is none. */
export function tfjsNodeFolder(recipe: Recipe): string | undefined {
  const folder = path.join(buildFolder(recipe), "node_modules", recipe.tfjsNode.name);
  return findBinding(folder) ? folder : undefined;
}
