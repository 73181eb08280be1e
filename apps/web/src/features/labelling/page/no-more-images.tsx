"use client";

import { Button, EmptyState, Skeleton } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { nextOpen } from "../session/session.ts";
import type { LabelSession } from "../session/use-label-session.ts";

/** Behind the last image: what was passed over, or nothing more for now. */
export function NoMoreImages({
  group,
  labelling,
  isClosed,
}: {
  group: string;
  labelling: LabelSession;
  isClosed: boolean;
}) {
  const t = useTranslations("labelling.end");
  const { session, state } = labelling;
  const left = session.images.filter(({ said }) => !said.isDone).length;
  if (state === "going") return <Skeleton className="m-4 flex-1" />;
  return (
    <div className="grid flex-1 place-items-center p-4">
      <EmptyState
        title={left > 0 ? t("left", { count: left }) : t("title")}
        actions={
          <>
            {left > 0 ? (
              <Button onClick={() => labelling.move((now) => nextOpen(now, 0))}>{t("toLeft")}</Button>
            ) : (
              <Button render={<Link href={`/g/${group}/label`} />}>{t("toTasks")}</Button>
            )}
            <Button variant="secondary" onClick={labelling.refill}>
              {t("again")}
            </Button>
          </>
        }
      >
        {isClosed ? t("closed") : t("text")}
      </EmptyState>
    </div>
  );
}
