"use client";

import { Button, Dialog } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { InvitationLink } from "@/features/members/invitation-link.tsx";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

/** Makes a link for one reviewer from outside; it is shown once, for only its hash is kept. */
export function InviteGuest({ auditId }: { auditId: string }) {
  const t = useTranslations("reviews.invite");
  const common = useTranslations("common");
  const invite = useMutation(useTRPC().audit.invite.mutationOptions());
  return (
    <Dialog
      closeLabel={common("close")}
      onOpenChange={(open) => {
        if (!open) invite.reset();
      }}
      trigger={<Button variant="secondary">{t("open")}</Button>}
      title={t("open")}
      description={t("lead")}
    >
      {invite.error ? <ApiError error={invite.error} /> : null}
      {invite.data ? (
        <InvitationLink path={`/reviews/join/${invite.data.token}`} />
      ) : (
        <Button isBusy={invite.isPending} onClick={() => invite.mutate({ auditId })}>
          {t("make")}
        </Button>
      )}
    </Dialog>
  );
}
