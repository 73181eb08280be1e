import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { findBinding } from "./load-tfjs-node.ts";

/**
 * A tfjs-node(-gpu) that the user installed in the working folder, the project or one above, with a compiled binding.
 * The one for GPUs comes first.
 */
export function findOwnTfjsNode(start: readonly string[] = [process.cwd(), import.meta.dirname]): string | undefined {
  for (const name of ["tfjs-node-gpu", "tfjs-node"]) {
    for (const folder of start.flatMap(foldersUpwards)) {
      const candidate = path.join(folder, "node_modules", "@tensorflow", name);
      if (existsSync(candidate) && findBinding(candidate)) return realpathSync(candidate);
    }
  }
  return undefined;
}

function foldersUpwards(start: string): string[] {
  const parent = path.dirname(start);
  return parent === start ? [start] : [start, ...foldersUpwards(parent)];
}
