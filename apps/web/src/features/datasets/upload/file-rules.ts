/** Endings of the formats that the import job reads. */
export const acceptedExtensions = [".npz", ".zip"] as const;

const maxNameLength = 200;

export type FileProblem = "empty" | "tooLarge" | "extension" | "name";

/**
 * What speaks against taking this file, or null. The page asks before a byte is sent, the server asks again. Names
 * are only shown, never used as paths; what could mislead a reader (control and direction characters, slashes) is refused.
 */
export function fileProblem(file: { name: string; size: number }, maxBytes: number): FileProblem | null {
  if (file.name.length === 0 || file.name.length > maxNameLength || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/u.test(file.name))
    return "name";
  if (!acceptedExtensions.some((extension) => file.name.toLowerCase().endsWith(extension))) return "extension";
  if (file.size === 0) return "empty";
  return file.size > maxBytes ? "tooLarge" : null;
}

/** A data set's name to start from: the file's, without its ending. */
export function suggestedName(fileName: string): string {
  return fileName
    .replace(/\.(npz|zip)$/i, "")
    .replaceAll(/[_\s]+/g, " ")
    .trim()
    .slice(0, 100);
}
