"use client";

import { Button, ErrorState } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { EngineError } from "../engine/protocol.ts";

export interface LabFailureProps {
  error: unknown;
  onRetry: () => void;
}

/** What kept the lab from starting or going on, and what to do. */
export function LabFailure({ error, onRetry }: LabFailureProps) {
  const t = useTranslations("lab.errors");
  const { code, values } =
    error instanceof EngineError ? error : { code: "engineFailed" as const, values: { detail: String(error) } };
  return (
    <ErrorState
      title={t(`${code}.title`)}
      code={[code, ...Object.entries(values).map(([key, value]) => `${key}: ${value}`)].join(" · ")}
      actions={
        <Button variant="secondary" size="small" onClick={onRetry}>
          {t("retry")}
        </Button>
      }
    >
      {t(`${code}.advice`)}
    </ErrorState>
  );
}
