"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useMessages, useTranslations } from "next-intl";
import { LocalTime } from "@/features/shell/local-time.tsx";
import type { Messages } from "@/i18n/messages.ts";
import type { LogEntry } from "../progress/run-progress.ts";

/** What happened, newest first. */
export function RunLog({ log }: { log: readonly LogEntry[] }) {
  const t = useTranslations("training.run");
  const text = useLogText();
  return (
    <Card>
      <CardHeader title={t("log")} />
      {log.length === 0 ? <p className="text-sm text-muted-foreground">{t("logEmpty")}</p> : null}
      {/* Scrolls by keyboard too, so it must take focus. */}
      <section
        aria-label={t("log")}
        tabIndex={log.length > 8 ? 0 : undefined}
        className="max-h-64 overflow-y-auto rounded-md"
      >
        <ol className="flex flex-col gap-1 text-sm">
          {log.toReversed().map((entry) => (
            <li key={entry.id} className="flex gap-3">
              <LocalTime at={entry.at} className="tabular shrink-0 text-muted-foreground" />
              <span className={toneOf[entry.level]}>{text(entry)}</span>
            </li>
          ))}
        </ol>
      </section>
    </Card>
  );
}

const toneOf = { info: "", warning: "text-warning", error: "text-danger" } as const;

function isLogCode(
  code: string,
  sentences: Messages["training"]["logCode"],
): code is keyof Messages["training"]["logCode"] {
  return Object.hasOwn(sentences, code);
}

/** Sentences for known codes; the bare code with its values for those of a newer trainer. */
function useLogText(): (entry: LogEntry) => string {
  const t = useTranslations("training.logCode");
  const errorText = useRunErrorText();
  const { training } = useMessages();
  return ({ code, level, values }) => {
    if (level === "error") return errorText(code);
    if (isLogCode(code, training.logCode)) return t(code, values);
    return [code, ...Object.entries(values).map(([name, value]) => `${name} ${value}`)].join(" · ");
  };
}

/** Why a run failed, in plain words. */
export function useRunErrorText(): (code: string) => string {
  const t = useTranslations("training.errorCode");
  const { training } = useMessages();
  return (code) => t(isErrorCode(code, training.errorCode) ? code : "other");
}

function isErrorCode(
  code: string,
  sentences: Messages["training"]["errorCode"],
): code is keyof Messages["training"]["errorCode"] {
  return Object.hasOwn(sentences, code);
}
