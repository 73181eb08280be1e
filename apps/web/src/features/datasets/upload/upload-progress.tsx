"use client";

import { Button, Card, ErrorState, Progress } from "@diaphane/ui";
import { Pause, Play, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAmounts } from "../use-amounts.ts";
import { secondsLeft } from "./transfer-rate.ts";
import type { UploadState } from "./upload-session.ts";

export interface UploadProgressProps {
  fileName: string;
  state: UploadState;
  onPause(): void;
  onResume(): void;
  onCancel(): void;
}

/** How far an upload is, how fast, how long still; and the means to hold it. */
export function UploadProgress({ fileName, state, onPause, onResume, onCancel }: UploadProgressProps) {
  const t = useTranslations("datasets.upload");
  if (state.status === "failed") {
    const problem = problemOf(state.code);
    const values = { code: state.code ?? "" };
    return (
      <ErrorState
        title={t("failedTitle")}
        actions={
          <>
            <Button onClick={onResume}>{t("tryAgain")}</Button>
            <Button variant="secondary" onClick={onCancel}>
              {t("cancel")}
            </Button>
          </>
        }
      >
        {t(`problem.${problem}`, values)}
      </ErrorState>
    );
  }
  return (
    <Card className="flex flex-col gap-4">
      <Sending fileName={fileName} state={state} />
      {state.status === "sending" || state.status === "paused" ? (
        <div className="flex flex-wrap gap-2">
          {state.status === "sending" ? (
            <Button variant="secondary" onClick={onPause}>
              <Pause aria-hidden />
              {t("pause")}
            </Button>
          ) : (
            <Button variant="secondary" onClick={onResume}>
              <Play aria-hidden />
              {t("resume")}
            </Button>
          )}
          <Button variant="ghost" onClick={onCancel}>
            <X aria-hidden />
            {t("cancel")}
          </Button>
        </div>
      ) : null}
      <p className="text-sm text-muted-foreground">{t(state.status === "paused" ? "paused" : "keepOpen")}</p>
    </Card>
  );
}

function Sending({ fileName, state }: { fileName: string; state: Exclude<UploadState, { status: "failed" }> }) {
  const t = useTranslations("datasets.upload");
  const amounts = useAmounts();
  const label = <span className="break-all">{t("title", { file: fileName })}</span>;
  if (state.status === "storing" || state.status === "done")
    return <Progress value={null} label={label} detail={t("storing")} />;
  const left = state.status === "sending" ? secondsLeft(state.rate, state.totalBytes) : null;
  const speed = state.status === "sending" ? state.rate?.bytesPerSecond : null;
  const detail = [
    t("sent", { sent: amounts.bytes(state.sentBytes), total: amounts.bytes(state.totalBytes) }),
    speed ? t("speed", { speed: amounts.bytes(speed) }) : null,
    left === null ? null : t("left", { time: amounts.duration(left) }),
  ];
  const value = state.totalBytes > 0 ? state.sentBytes / state.totalBytes : 0;
  return <Progress value={value} label={label} detail={detail.filter(Boolean).join(" · ")} />;
}

/** Which sentence says it: the network's when the server never answered, else one with the server's code to quote. */
function problemOf(code: string | null): "network" | "refused" {
  return code === null ? "network" : "refused";
}
