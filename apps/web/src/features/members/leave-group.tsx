"use client";

import { Button, Dialog, useToast } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";

/** Everybody may go, except the last owner, who is told to make another one first. */
export function LeaveGroup({ group, viewerId }: { group: string; viewerId: string }) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const toast = useToast();
  const errorText = useErrorText();
  const leave = useMutation(
    useTRPC().member.remove.mutationOptions({
      // A full load: nothing of the group stays in the page's memory.
      onSuccess: () => window.location.assign("/home"),
      onError: (error) => toast({ title: errorText(error), tone: "danger" }),
    }),
  );
  return (
    <Dialog
      closeLabel={common("close")}
      title={t("leaveTitle")}
      description={t("leaveLead")}
      trigger={
        <Button variant="ghost" className="self-start text-danger">
          <LogOut aria-hidden />
          {t("leave")}
        </Button>
      }
      footer={
        <Button
          variant="danger"
          isBusy={leave.isPending || leave.isSuccess}
          onClick={() => leave.mutate({ group, userId: viewerId })}
        >
          {t("leave")}
        </Button>
      }
    />
  );
}
