"use client";

import { Button, Dialog, Field, Select } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { type Role, roles } from "./roles.ts";

/** Makes a link for one person and one role; it is shown once, for only its hash is kept. */
export function InviteDialog({ group }: { group: string }) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const names = useTranslations("roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [role, setRole] = useState<Role>("RESEARCHER");
  const create = useMutation(
    trpc.invitation.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.invitation.list.queryFilter({ group })),
    }),
  );
  return (
    <Dialog
      closeLabel={common("close")}
      onOpenChange={(open) => {
        if (!open) create.reset();
      }}
      trigger={
        <Button>
          <UserPlus aria-hidden />
          {t("invite")}
        </Button>
      }
      title={t("invite")}
      description={t("inviteLead")}
    >
      {create.data ? (
        <InvitationLink path={`/invite/${create.data.token}`} />
      ) : (
        <>
          {create.error ? <ApiError error={create.error} /> : null}
          <Field label={t("role")} help={names(`${role}.explanation`)}>
            {(control) => (
              <Select
                {...control}
                value={role}
                onValueChange={setRole}
                options={roles.map((value) => ({ value, label: names(`${value}.name`) }))}
              />
            )}
          </Field>
          <Button isBusy={create.isPending} onClick={() => create.mutate({ group, role })}>
            {t("makeLink")}
          </Button>
        </>
      )}
    </Dialog>
  );
}
