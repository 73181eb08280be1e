import path from "node:path";
import { findBinding } from "./load-tfjs-node.ts";
import { buildFolder } from "./recipe.ts";

/** The tfjs-node package of the build in the cache, or undefined when there is none. */
export function tfjsNodeFolder(): string | undefined {
  const folder = path.join(buildFolder(), "node_modules", "@tensorflow", "tfjs-node");
  return findBinding(folder) ? folder : undefined;
}
