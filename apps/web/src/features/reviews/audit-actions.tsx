"use client";

import { Button } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";
import type { Audit } from "./audit-page.tsx";
import { InviteGuest } from "./invite-guest.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { ReleaseActions } from "./release-actions.tsx";

/** What whoever looks at an audit may do with it now. */
export function AuditActions({ audit }: { audit: Audit }) {
  const t = useTranslations("reviews.withdraw");
  const trpc = useTRPC();
  const client = useQueryClient();
  const withdraw = useMutation(
    trpc.audit.withdraw.mutationOptions({ onSettled: () => client.invalidateQueries(trpc.audit.pathFilter()) }),
  );
  const isOpen = audit.state === "SUBMITTED" || audit.state === "CHANGES_REQUESTED";
  return (
    <>
      {isOpen && audit.mayInvite ? <InviteGuest auditId={audit.id} /> : null}
      {isOpen && audit.maySubmit ? (
        <ReasonDialog
          trigger={<Button variant="secondary">{t("open")}</Button>}
          title={t("title")}
          label={t("reason")}
          confirm={t("confirm")}
          error={withdraw.error}
          isBusy={withdraw.isPending}
          onConfirm={(reason) => withdraw.mutate({ auditId: audit.id, reason })}
        />
      ) : null}
      {audit.maySubmit ? <ReleaseActions audit={audit} /> : null}
    </>
  );
}
