"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { figureAnchor, readFigure } from "@/features/bias/figures.ts";
import type { Audit } from "./audit-page.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { useFigureName } from "./use-figure-name.ts";

/** All that was said, with the way to the figure that it is about, and room to say something of the whole. */
export function Discussion({ audit, revision }: { audit: Audit; revision: number }) {
  const t = useTranslations("reviews.discussion");
  const nameOf = useFigureName();
  const threads = audit.comments.filter(({ answersId }) => answersId === null);
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title={t("title")} description={t("lead")} />
      {threads.length === 0 ? <p className="text-sm text-muted-foreground">{t("none")}</p> : null}
      <ol className="flex flex-col gap-5 empty:hidden">
        {threads.map((first) => {
          const figure = first.figure === null ? null : readFigure(first.figure);
          return (
            <li key={first.id} className="flex flex-col gap-1">
              {figure ? (
                <a href={`#${figureAnchor(figure)}`} className="self-start text-sm text-primary underline">
                  {nameOf(figure)}
                </a>
              ) : (
                <span className="text-sm text-muted-foreground">{t("whole")}</span>
              )}
              <CommentThread audit={audit} first={first} revision={revision} />
            </li>
          );
        })}
      </ol>
      <CommentForm auditId={audit.id} revision={revision} label={t("write")} about={{}} />
    </Card>
  );
}
