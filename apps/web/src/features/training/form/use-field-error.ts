"use client";

import { useTranslations } from "next-intl";

const known = [
  "required",
  "number",
  "integer",
  "min",
  "max",
  "tooLong",
  "tooFewRuns",
  "tooManyRuns",
  "mixedGroups",
  "tooFewSets",
  "tooManySets",
] as const;

/** Turns a message of the form's schema (`min:1`) into the sentence below the field. */
export function useFieldError(): (message: string | undefined) => string | undefined {
  const t = useTranslations("training.invalid");
  return (message) => {
    if (message === undefined) return undefined;
    const [code, bound = ""] = message.split(":");
    const key = known.find((name) => name === code) ?? "invalid";
    return t(key, { min: bound, max: bound });
  };
}
