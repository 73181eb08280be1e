const reasons: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of this path is a file, not a folder",
  EEXIST: "a file of this name is in the way",
  EISDIR: "it is a folder",
  ENOENT: "not found",
};

/** What is wrong with which file or folder; undefined for an error that is none of the file system's, or an unusual one. */
export function explainFileError(error: Error): string | undefined {
  if (!("code" in error && "path" in error)) return undefined;
  const reason = reasons[String(error.code)];
  return reason && `${error.path}: ${reason}.`;
}
