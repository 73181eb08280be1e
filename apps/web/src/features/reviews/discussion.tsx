"use client";

import { Button, Card, CardHeader, Field, Select, Textarea } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import type { Audit } from "./audit-page.tsx";
import { type Figure, figures, isFigure } from "./figures.ts";

/** Comments, each on a figure of the report or on the whole. */
export function Discussion({ audit, revision }: { audit: Audit; revision: number }) {
  const t = useTranslations("reviews");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [figure, setFigure] = useState<Figure | "whole">("whole");
  const comment = useMutation(
    trpc.audit.comment.mutationOptions({
      onSuccess: () => {
        setText("");
        return client.invalidateQueries(trpc.audit.get.queryFilter({ auditId: audit.id }));
      },
    }),
  );
  const nameOf = (name: Figure | "whole") => (name === "whole" ? t("discussion.whole") : t(`figures.${name}`));
  const about = figure === "whole" ? {} : { figure };
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title={t("discussion.title")} />
      {audit.comments.length === 0 ? (
        <p className="text-sm text-muted-foreground">{t("discussion.none")}</p>
      ) : (
        <ol className="flex flex-col gap-4 text-sm">
          {audit.comments.map((one) => (
            <li key={one.id} className="flex flex-col gap-0.5">
              <span>
                <span className="font-medium">{one.author.name}</span>{" "}
                <span className="text-muted-foreground">
                  {one.figure && isFigure(one.figure)
                    ? t("discussion.on", { figure: nameOf(one.figure), number: one.revisionNumber })
                    : t("discussion.onWhole", { number: one.revisionNumber })}
                  , <RelativeTime date={one.createdAt} />
                </span>
              </span>
              <p className="whitespace-pre-line">{one.text}</p>
            </li>
          ))}
        </ol>
      )}
      <Field label={t("discussion.about")}>
        {(control) => (
          <Select
            {...control}
            value={figure}
            onValueChange={setFigure}
            options={(["whole", ...figures] as const).map((value) => ({ value, label: nameOf(value) }))}
          />
        )}
      </Field>
      <Field label={t("discussion.write")}>
        {(control) => (
          <Textarea {...control} value={text} maxLength={4000} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {comment.error ? <ApiError error={comment.error} /> : null}
      <Button
        variant="secondary"
        isBusy={comment.isPending}
        disabled={text.trim() === ""}
        onClick={() => comment.mutate({ auditId: audit.id, revision, text, ...about })}
      >
        {t("discussion.send")}
      </Button>
    </Card>
  );
}
