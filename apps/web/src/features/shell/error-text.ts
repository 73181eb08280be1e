import { useMessages, useTranslations } from "next-intl";
import type { Messages } from "@/i18n/messages.ts";

/** What the server said of an error, when it said anything we know the shape of. */
export interface ErrorDetail {
  code: string;
  values: Record<string, string | number>;
}

export function errorDetail(error: unknown): ErrorDetail | undefined {
  if (error === null || typeof error !== "object" || !("data" in error)) return undefined;
  const { data } = error;
  if (data === null || typeof data !== "object" || !("detail" in data)) return undefined;
  const { detail } = data;
  if (detail === null || typeof detail !== "object" || !("code" in detail) || !("values" in detail)) return undefined;
  if (typeof detail.code !== "string" || detail.values === null || typeof detail.values !== "object") return undefined;
  const values = Object.entries(detail.values).flatMap(([key, value]) =>
    typeof value === "string" || typeof value === "number" ? [[key, value] as const] : [],
  );
  return { code: detail.code, values: Object.fromEntries(values) };
}

/** Codes come from the server at run time: whether there is a sentence for one is looked up. */
function isErrorCode(code: string, sentences: Messages["errors"]): code is keyof Messages["errors"] {
  return Object.hasOwn(sentences, code);
}

/** Says an error of the API in the reader's language: what happened and what to do. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  const { errors } = useMessages();
  return (error) => {
    const detail = errorDetail(error);
    if (!detail) return t("unreachable");
    return isErrorCode(detail.code, errors) ? t(detail.code, detail.values) : t("unknown", { code: detail.code });
  };
}
