import { DataError } from "../../data-error.ts";

/** @param key the file, with the place in it */
export function medimetaFault(file: string, key: string, expected: string, found: unknown, cause?: unknown): DataError {
  const text = typeof found === "string" ? found : (JSON.stringify(found) ?? "nothing");
  const advice = "Get the data set again, or write it anew in MedIMeta's layout.";
  return new DataError({ code: "bad-medimeta", file, key, expected, found: text.slice(0, 200), advice, cause });
}
