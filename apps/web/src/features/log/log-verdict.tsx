"use client";

import { Button, Card, ErrorState } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";

/** What recomputing the chain came to, with the head for whoever wants to note it. */
export function LogVerdict({ group }: { group: string }) {
  const t = useTranslations("log");
  const { data, refetch, isFetching } = useSuspenseQuery(useTRPC().auditEvent.verify.queryOptions({ group }));
  const { verdict, head } = data;
  const again = (
    <Button variant="secondary" isBusy={isFetching} onClick={() => refetch()}>
      {t("check")}
    </Button>
  );
  if (!verdict.isIntact) {
    return (
      <ErrorState title={t("broken", { sequence: verdict.firstBadSequence })} actions={again}>
        {t("brokenNext")}
      </ErrorState>
    );
  }
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="font-medium">
          {t("whole", { count: verdict.events })}
        </p>
        {again}
      </div>
      {head ? (
        <dl className="text-sm">
          <dt className="font-medium">{t("head")}</dt>
          <dd className="font-mono text-xs break-all">{head.hash}</dd>
        </dl>
      ) : null}
      <p className="text-[0.8125rem] text-muted-foreground">
        {t("headHelp")}{" "}
        <a href="/api/log" className="text-primary underline underline-offset-4">
          {t("published")}
        </a>
      </p>
    </Card>
  );
}
