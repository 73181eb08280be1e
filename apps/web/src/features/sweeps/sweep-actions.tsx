"use client";

import { Button, Dialog, DialogClose, useToast } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";

/** Shows what a mutation was refused with, and the sweep as it then stands. */
function useAfterwards(failedTitle: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  return {
    onError: (error: unknown) => toast({ title: failedTitle, description: errorText(error), tone: "danger" }),
    onSettled: () => client.invalidateQueries(trpc.sweep.get.queryFilter()),
  };
}

/** Asks before it stops whatever of the sweep has not ended. */
export function CancelSweep({ sweepId, count }: { sweepId: string; count: number }) {
  const t = useTranslations("sweeps.cancel");
  const [isOpen, setIsOpen] = useState(false);
  const trpc = useTRPC();
  const { onError, onSettled } = useAfterwards(t("failed"));
  const cancel = useMutation(
    trpc.sweep.cancel.mutationOptions({
      onError,
      onSettled: () => {
        setIsOpen(false);
        return onSettled();
      },
    }),
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button variant="secondary">{t("open")}</Button>}
      title={t("title", { count })}
      description={t("body")}
      closeLabel={t("keep")}
      footer={
        <>
          <DialogClose render={<Button variant="secondary">{t("keep")}</Button>} />
          <Button variant="danger" isBusy={cancel.isPending} onClick={() => cancel.mutate({ sweepId })}>
            {t("confirm", { count })}
          </Button>
        </>
      }
    />
  );
}

/** Queues those that failed anew. */
export function RetrySweep({ sweepId, count }: { sweepId: string; count: number }) {
  const t = useTranslations("sweeps.retry");
  const trpc = useTRPC();
  const retry = useMutation(trpc.sweep.retry.mutationOptions(useAfterwards(t("failed"))));
  return (
    <Button variant="secondary" isBusy={retry.isPending} onClick={() => retry.mutate({ sweepId })}>
      {t("start", { count })}
    </Button>
  );
}
