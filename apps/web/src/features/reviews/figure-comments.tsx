"use client";

import { Button } from "@diaphane/ui";
import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type ReportFigure, writeFigure } from "@/features/bias/figures.ts";
import type { Audit } from "./audit-page.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentThread } from "./comment-thread.tsx";

export interface FigureCommentsProps {
  audit: Audit;
  figure: ReportFigure;
  revision: number;
}

/** The margin of a figure: what was said of it, and room to say more. What is open is in sight from the start. */
export function FigureComments({ audit, figure, revision }: FigureCommentsProps) {
  const t = useTranslations("reviews.discussion");
  const id = useId();
  const name = writeFigure(figure);
  const threads = audit.comments.filter((one) => one.answersId === null && one.figure === name);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null).length;
  const [isShown, setIsShown] = useState(open > 0);
  return (
    <div className="flex flex-col gap-4">
      <Button
        variant="ghost"
        size="small"
        className="self-start"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setIsShown(!isShown)}
      >
        <MessageSquare aria-hidden />
        {threads.length === 0 ? t("comment") : t("count", { count: threads.length, open })}
      </Button>
      <div id={id} hidden={!isShown} className="flex flex-col gap-4">
        {threads.map((first) => (
          <CommentThread key={first.id} audit={audit} first={first} revision={revision} />
        ))}
        {isShown ? (
          <CommentForm auditId={audit.id} revision={revision} label={t("writeHere")} about={{ figure: name }} />
        ) : null}
      </div>
    </div>
  );
}
