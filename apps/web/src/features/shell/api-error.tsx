"use client";

import { Button, ErrorState } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { errorDetail, useErrorText } from "./error-text.ts";

/** An error of the API where its answer would be, with a way to ask again. */
export function ApiError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations("errors");
  const text = useErrorText();
  const id = errorDetail(error)?.values["id"];
  return (
    <ErrorState
      title={text(error)}
      code={id === undefined ? undefined : t("quote", { id })}
      actions={
        onRetry ? (
          <Button variant="secondary" size="small" onClick={onRetry}>
            {t("retry")}
          </Button>
        ) : null
      }
    />
  );
}
