"use client";

import { cn, Progress } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useLabFormat } from "./use-lab-format.ts";

export interface LabLoadingProps {
  loadedBytes: number;
  totalBytes: number;
  /** As high as what comes in its place, so that nothing jumps. */
  className?: string;
}

/** Before the model is here: where the pictures will be, and how much of the weights has come. */
export function LabLoading({ loadedBytes, totalBytes, className }: LabLoadingProps) {
  const t = useTranslations("lab.loading");
  const { plain } = useLabFormat();
  const megabytes = (bytes: number) => plain(bytes / 1e6, 2);
  return (
    <div
      className={cn(
        "dark flex min-h-80 flex-col items-center justify-center rounded-xl bg-image-surround p-6 text-foreground",
        className,
      )}
      data-testid="lab-loading"
    >
      <Progress
        className="w-full max-w-sm"
        value={totalBytes > 0 ? loadedBytes / totalBytes : null}
        label={t("label")}
        detail={
          totalBytes > 0 ? t("detail", { loaded: megabytes(loadedBytes), total: megabytes(totalBytes) }) : undefined
        }
      />
    </div>
  );
}
