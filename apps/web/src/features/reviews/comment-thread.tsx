"use client";

import { Badge, Button } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import type { Audit } from "./audit-page.tsx";
import { CommentForm } from "./comment-form.tsx";

export type Comment = Audit["comments"][number];

export interface CommentThreadProps {
  audit: Audit;
  first: Comment;
  /** The newest, which answers are given in. */
  revision: number;
}

/** A comment with its answers, and whether it is dealt with. */
export function CommentThread({ audit, first, revision }: CommentThreadProps) {
  const t = useTranslations("reviews.discussion");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [isAnswering, setIsAnswering] = useState(false);
  const resolve = useMutation(
    trpc.audit.resolveComment.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.audit.get.queryFilter({ auditId: audit.id })),
    }),
  );
  const said = [first, ...audit.comments.filter(({ answersId }) => answersId === first.id)];
  const isResolved = first.resolvedAt !== null;
  return (
    <div className="flex flex-col gap-2 text-sm" data-testid="comment-thread">
      {said.map((one) => (
        <div key={one.id} className={one.answersId ? "border-l-2 border-border pl-3" : undefined}>
          <span className="font-medium break-words">{one.author.name}</span>{" "}
          <span className="text-muted-foreground">
            {t("onRevision", { number: one.revisionNumber })}, <RelativeTime date={one.createdAt} />
          </span>
          <p className="break-words whitespace-pre-line">{one.text}</p>
        </div>
      ))}
      {resolve.error ? <ApiError error={resolve.error} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        {first.resolvedBy ? <Badge tone="success">{t("resolvedBy", { name: first.resolvedBy.name })}</Badge> : null}
        <Button
          variant="ghost"
          size="small"
          isBusy={resolve.isPending}
          onClick={() => resolve.mutate({ auditId: audit.id, commentId: first.id, isResolved: !isResolved })}
        >
          {t(isResolved ? "reopen" : "resolve")}
        </Button>
        <Button variant="ghost" size="small" aria-expanded={isAnswering} onClick={() => setIsAnswering(!isAnswering)}>
          {t("answer")}
        </Button>
      </div>
      {isAnswering ? (
        <CommentForm
          auditId={audit.id}
          revision={revision}
          label={t("answerLabel")}
          about={{ answers: first.id }}
          onSent={() => setIsAnswering(false)}
        />
      ) : null}
    </div>
  );
}
