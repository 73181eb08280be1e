"use client";

import { Button, Dialog, DialogClose, useToast } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";

/** Asks before it throws away what was learned. */
export function CancelRun({ runId, isCancelling }: { runId: string; isCancelling: boolean }) {
  const t = useTranslations("training.run");
  const [isOpen, setIsOpen] = useState(false);
  const toast = useToast();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const cancel = useMutation(
    trpc.run.cancel.mutationOptions({
      onError: (error) => toast({ title: t("cancelFailed"), description: errorText(error), tone: "danger" }),
      onSettled: () => setIsOpen(false),
    }),
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button variant="secondary" disabled={isCancelling || cancel.isSuccess}>
          {t("cancel")}
        </Button>
      }
      title={t("cancelTitle")}
      description={t("cancelBody")}
      closeLabel={t("cancelKeep")}
      footer={
        <>
          <DialogClose render={<Button variant="secondary">{t("cancelKeep")}</Button>} />
          <Button variant="danger" isBusy={cancel.isPending} onClick={() => cancel.mutate({ runId })}>
            {t("cancelConfirm")}
          </Button>
        </>
      }
    />
  );
}
