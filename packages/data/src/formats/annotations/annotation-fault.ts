import { DataError } from "../../data-error.ts";

/** @param key the file of annotations, with the place in it */
export function annotationFault(
  file: string,
  key: string,
  expected: string,
  found: unknown,
  cause?: unknown,
): DataError {
  const text = typeof found === "string" ? found : (JSON.stringify(found) ?? "nothing");
  const advice = "Correct the annotations, or export them again.";
  return new DataError({ code: "bad-annotations", file, key, expected, found: text.slice(0, 120), advice, cause });
}
