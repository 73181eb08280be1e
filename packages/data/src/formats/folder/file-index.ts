import type { FileTree, TreeFile } from "../archive/file-tree.ts";

/** Finds files by what a table or annotation calls them. */
export interface FileIndex {
  /** Its file: by whole path, by the path's end, or by the name with any image ending; null when none or several fit. */
  find(name: string, near?: string): TreeFile | null;
}

/** Indexes a tree's files. Names are folded to composed Unicode, and `\` reads as `/`. */
export function indexFiles({ files }: FileTree): FileIndex {
  const byEnd = new Map<string, TreeFile | null>();
  const byPath = new Map<string, TreeFile>();
  for (const file of files) {
    const path = folded(file.path);
    byPath.set(path, file);
    const parts = path.split("/");
    for (let i = 0; i < parts.length; i++) {
      const end = parts.slice(i).join("/");
      for (const name of new Set([end, end.replace(/\.[^./]+$/, "")])) byEnd.set(name, byEnd.has(name) ? null : file);
    }
  }
  return {
    find: (name, near) => {
      const wanted = folded(name.trim()).replace(/^\.?\//, "");
      if (wanted === "") return null;
      const beside = near?.includes("/") ? byPath.get(`${folded(near).replace(/\/[^/]*$/, "")}/${wanted}`) : undefined;
      return beside ?? byPath.get(wanted) ?? byEnd.get(wanted) ?? null;
    },
  };
}

function folded(path: string): string {
  return path.normalize("NFC").replaceAll("\\", "/");
}
