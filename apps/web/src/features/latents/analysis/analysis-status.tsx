"use client";

import { Button, ErrorState, Progress } from "@diaphane/ui";
import { useMessages, useTranslations } from "next-intl";
import { isActive } from "@/features/group-home/poll-while-active.ts";
import { useErrorText } from "@/features/shell/error-text.ts";
import type { Messages } from "@/i18n/messages.ts";
import type { Analyses } from "./use-analyses.ts";

/** How far the newest analysis is, or why it failed; nothing once it has succeeded. */
export function AnalysisStatus({ analyses: { analyses, error, cancel }, canCancel }: StatusProps) {
  const t = useTranslations("latents.analysis");
  const { latents } = useMessages();
  const errorText = useErrorText();
  const [newest] = analyses ?? [];
  if (error) return <ErrorState title={errorText(error)} />;
  if (newest?.status === "FAILED") {
    const code = newest.errorCode ?? "unexpected";
    return (
      <ErrorState title={t("failed")} code={code}>
        {t(`errorCode.${isErrorCode(code, latents.analysis.errorCode) ? code : "other"}`)}
      </ErrorState>
    );
  }
  if (!newest || !isActive(newest)) return null;
  const isQueued = newest.status === "QUEUED";
  return (
    <div className="flex flex-wrap items-end gap-4" role="status">
      <div className="min-w-64 flex-1">
        <Progress value={isQueued ? null : newest.progress} label={t(isQueued ? "queued" : "running")} detail={null} />
      </div>
      {canCancel ? (
        <Button variant="secondary" size="small" isBusy={newest.cancelRequested} onClick={() => cancel(newest.id)}>
          {t("cancel")}
        </Button>
      ) : null}
    </div>
  );
}

/** Codes come from the trainer at run time: whether there is a sentence for one is looked up. */
function isErrorCode(
  code: string,
  sentences: Messages["latents"]["analysis"]["errorCode"],
): code is keyof Messages["latents"]["analysis"]["errorCode"] {
  return Object.hasOwn(sentences, code);
}

type Status = Pick<
  NonNullable<Analyses["analyses"]>[number],
  "id" | "status" | "progress" | "cancelRequested" | "errorCode"
>;

interface StatusProps {
  /** Newest first. */
  analyses: Pick<Analyses, "error" | "cancel"> & { analyses: readonly Status[] | undefined };
  canCancel: boolean;
}
