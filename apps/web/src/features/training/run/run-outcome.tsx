"use client";

import { Button, ErrorState } from "@diaphane/ui";
import { CircleCheck, CircleSlash } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRunErrorText } from "./run-log.tsx";
import type { Run } from "./use-run-progress.ts";

/** How the run ended and where to go from there; nothing while it goes on. */
export function RunOutcome({ group, run, canTrain }: { group: string; run: Run; canTrain: boolean }) {
  const t = useTranslations("training.run");
  const errorText = useRunErrorText();
  const isPretraining = run.sets.length > 0;
  const again =
    canTrain && !isPretraining ? (
      <Button variant="secondary" render={<Link href={`/g/${group}/models/new?run=${run.id}`} />}>
        {t("trainAgain")}
      </Button>
    ) : null;
  if (run.status === "FAILED") {
    const code = run.errorCode ?? "unknown";
    return (
      <ErrorState title={t("failedTitle")} code={t("failedCode", { code })} actions={again}>
        {errorText(code)}
      </ErrorState>
    );
  }
  if (run.status === "CANCELLED") {
    return (
      <Notice icon={<CircleSlash />} title={t("cancelledTitle")} actions={again}>
        {t("cancelledBody")}
      </Notice>
    );
  }
  if (run.status !== "SUCCEEDED" || run.versionNumber === null) return null;
  const version = `/g/${group}/models/${run.model.id}/versions/${run.versionNumber}`;
  return (
    <Notice
      icon={<CircleCheck />}
      title={t("finishedTitle")}
      actions={
        <>
          {isPretraining ? null : <Button render={<Link href={`${version}/lab`} />}>{t("openLab")}</Button>}
          <Button variant="secondary" render={<Link href={version} />}>
            {t("openModel")}
          </Button>
        </>
      }
    />
  );
}

function Notice(props: { icon: ReactNode; title: string; children?: ReactNode; actions: ReactNode }) {
  return (
    <section className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-xl border border-border bg-accent p-5 text-accent-foreground [&_svg]:size-6">
      <span aria-hidden>{props.icon}</span>
      <div className="min-w-0 flex-1">
        <h2 className="text-base font-semibold">{props.title}</h2>
        <div className="text-sm">{props.children}</div>
      </div>
      <div className="flex flex-wrap gap-2">{props.actions}</div>
    </section>
  );
}
