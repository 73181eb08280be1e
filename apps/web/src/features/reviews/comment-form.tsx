"use client";

import { Button, Field, Textarea } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

export interface CommentFormProps {
  auditId: string;
  revision: number;
  label: string;
  /** A figure, or what it answers; neither: the whole. */
  about: { figure?: string; answers?: string };
  onSent?: () => void;
}

/** Says something in a review. */
export function CommentForm({ auditId, revision, label, about, onSent }: CommentFormProps) {
  const t = useTranslations("reviews.discussion");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const comment = useMutation(
    trpc.audit.comment.mutationOptions({
      onSuccess: () => {
        setText("");
        onSent?.();
        return client.invalidateQueries(trpc.audit.get.queryFilter({ auditId }));
      },
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      <Field label={label}>
        {(control) => (
          <Textarea {...control} value={text} maxLength={4000} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {comment.error ? <ApiError error={comment.error} /> : null}
      <Button
        variant="secondary"
        className="self-start"
        isBusy={comment.isPending}
        disabled={text.trim() === ""}
        onClick={() => comment.mutate({ auditId, revision, text, ...about })}
      >
        {t("send")}
      </Button>
    </div>
  );
}
