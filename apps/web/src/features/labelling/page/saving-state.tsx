"use client";

import { Button, cn } from "@diaphane/ui";
import { CircleAlert, CloudCheck, CloudOff, CloudUpload, GitFork, LogIn } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { OutboxState } from "../outbox/label-outbox.ts";
import { problemLines } from "../outbox/settle-problem.ts";

export interface SavingStateProps {
  state: OutboxState;
  onDecide(): void;
}

/** Where what was said is: on the server, on its way, or on this device; and what somebody has to decide. Always in sight. */
export function SavingState({ state, onDecide }: SavingStateProps) {
  const t = useTranslations("labelling.saving");
  const pathname = usePathname();
  const { waiting, unkept, connection, isDurable } = state;
  const problems = problemLines(waiting).length;
  const count = waiting.length + unkept;
  const way = count === 0 ? "saved" : connection === "ok" ? "sending" : connection;
  const Icon = { saved: CloudCheck, sending: CloudUpload, unreachable: CloudOff, "signed-out": LogIn }[way];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {problems > 0 ? (
        <Button variant="secondary" size="small" onClick={onDecide}>
          <GitFork aria-hidden />
          {t("problems", { count: problems })}
        </Button>
      ) : null}
      <p
        role="status"
        data-testid="saving-state"
        data-state={way}
        className={cn("flex items-center gap-1.5", way !== "saved" && way !== "sending" && "text-warning")}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {t(way, { count })}
      </p>
      {way === "signed-out" ? (
        <a
          href={`/sign-in?callbackUrl=${encodeURIComponent(pathname)}`}
          className="text-primary underline underline-offset-4"
        >
          {t("signIn")}
        </a>
      ) : null}
      {isDurable ? null : (
        <p className="flex items-center gap-1.5 text-danger">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {t("notDurable")}
        </p>
      )}
    </div>
  );
}
