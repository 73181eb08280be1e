"use client";

import { Button, Skeleton } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { useLabelOutbox } from "../outbox/use-label-outbox.ts";
import { choiceKeys } from "../session/choice-keys.ts";
import { useLabelSession } from "../session/use-label-session.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { GuidelinesDialog } from "./guidelines-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { LabelBar } from "./label-bar.tsx";
import { LabelImage } from "./label-image.tsx";
import type { LabelPageProps } from "./label-page.tsx";
import { NoMoreImages } from "./no-more-images.tsx";
import { ProblemsDialog } from "./problems-dialog.tsx";
import { SavingState } from "./saving-state.tsx";
import { useAnswering } from "./use-answering.ts";
import { useLabelKeys } from "./use-label-keys.ts";

/** Images loaded ahead of the one that is shown, and behind it. */
const ahead = 6;
const behind = 2;

/** One image after the other, the question beside it. */
export function LabelWork({ group, taskId, userId }: LabelPageProps) {
  const t = useTranslations("labelling.page");
  const { data: task } = useSuspenseQuery({ ...useTRPC().task.get.queryOptions({ taskId }), refetchInterval: 15_000 });
  const { outbox, state } = useLabelOutbox(userId);
  const labelling = useLabelSession(task, userId, outbox);
  const { session } = labelling;
  const { images, position } = session;
  const image = images[position];
  const answering = useAnswering(task, labelling);
  const [open, setOpen] = useState<"keys" | "guidelines" | "problems" | null>(null);
  const [isInverted, setInverted] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const keys = choiceKeys(task.classes.length, task.questions);
  const dialog = (name: typeof open) => ({
    open: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  });
  const actions = {
    ...answering,
    note: () => noteField.current?.focus(),
    invert: () => setInverted((before) => !before),
    showKeys: () => setOpen("keys"),
    showGuidelines: () => setOpen("guidelines"),
  };
  useLabelKeys({ ...actions, choices: answering.choices(keys) });
  const nearby = images
    .slice(Math.max(0, position - behind), position + 1 + ahead)
    .map(({ sampleIndex }) => sampleIndex);
  const shape = task.datasetVersion;

  return (
    <>
      <LabelBar
        {...{ group, task }}
        canUndo={session.undo.length > 0}
        canRedo={session.redo.length > 0}
        onUndo={answering.undo}
        onRedo={answering.redo}
        onInvert={actions.invert}
        onGuidelines={actions.showGuidelines}
        onKeys={actions.showKeys}
      >
        <SavingState state={state} onDecide={() => setOpen("problems")} />
      </LabelBar>
      {labelling.state === "beginning" && labelling.error ? (
        <div className="p-4">
          <ApiError error={labelling.error} onRetry={labelling.refill} />
        </div>
      ) : null}
      {labelling.state === "beginning" && !labelling.error ? <Skeleton className="m-4 flex-1" /> : null}
      {labelling.state !== "beginning" && !image ? (
        <NoMoreImages group={group} labelling={labelling} isClosed={task.state === "CLOSED"} />
      ) : null}
      {image ? (
        <div className="flex min-h-0 flex-1 max-md:flex-col">
          <section
            aria-label={t("imageRegion")}
            className="dark flex min-h-0 flex-1 flex-col gap-2 bg-image-surround p-3 text-image-surround-foreground"
          >
            <div className="grid min-h-0 flex-1 place-items-center [container-type:size]">
              <div style={{ width: `min(100cqw, ${(100 * shape.width) / shape.height}cqh)` }}>
                <LabelImage
                  {...{ versionId: shape.id, shape, isInverted, nearby }}
                  sampleIndex={image.sampleIndex}
                  className="w-full"
                />
              </div>
            </div>
            <nav aria-label={t("images")} className="flex items-center justify-center gap-3 text-sm">
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("previous")}
                disabled={position === 0}
                onClick={answering.previous}
              >
                <ChevronLeft aria-hidden />
              </Button>
              <span className="tabular min-w-40 text-center" data-testid="image-name">
                {t(image.said.isDone ? "imageDone" : "image", { index: image.sampleIndex })}
              </span>
              <Button variant="ghost" size="icon" aria-label={t("next")} onClick={answering.next}>
                <ChevronRight aria-hidden />
              </Button>
            </nav>
          </section>
          <aside
            aria-label={t("answers")}
            className="w-80 shrink-0 overflow-y-auto border-l border-border p-4 max-md:max-h-[50dvh] max-md:w-full max-md:border-t max-md:border-l-0"
          >
            <AnswerPanel
              key={image.assignmentId}
              {...{ asked: task, said: image.said, keys, noteField }}
              onClass={answering.chooseClass}
              onAttribute={answering.chooseAttribute}
              onNote={answering.writeNote}
              onDone={answering.done}
            />
          </aside>
        </div>
      ) : null}
      <KeysDialog {...dialog("keys")} {...{ keys, classes: task.classes, questions: task.questions }} />
      <GuidelinesDialog {...dialog("guidelines")} {...task} versionId={shape.id} shape={shape} />
      <ProblemsDialog {...dialog("problems")} {...{ task, outbox, state }} onSettled={labelling.settle} />
    </>
  );
}
