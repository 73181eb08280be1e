"use client";

import { Button, Dialog, DialogClose, Menu, MenuChoice, MenuItem, MenuSeparator, useToast } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { type Role, roles } from "./roles.ts";

export interface MemberActionsProps {
  group: string;
  member: { id: string; name: string; role: Role };
}

/** An owner changes a role or takes somebody out; taking out is asked about first. */
export function MemberActions({ group, member }: MemberActionsProps) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const names = useTranslations("roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [isRemoving, setRemoving] = useState(false);
  const settle = {
    onSuccess: () => queryClient.invalidateQueries(trpc.member.list.queryFilter({ group })),
    onError: (error: unknown) => toast({ title: errorText(error), tone: "danger" }),
  };
  const change = useMutation(trpc.member.changeRole.mutationOptions(settle));
  const remove = useMutation(trpc.member.remove.mutationOptions(settle));
  return (
    <>
      <Menu
        trigger={
          <Button variant="ghost" size="icon" aria-label={t("actionsFor", { name: member.name })}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuChoice
          label={t("role")}
          options={roles.map((value) => ({ value, label: names(`${value}.name`) }))}
          value={member.role}
          onValueChange={(role) => change.mutate({ group, userId: member.id, role })}
        />
        <MenuSeparator />
        <MenuItem isDanger onSelect={() => setRemoving(true)}>
          <UserMinus aria-hidden />
          {t("remove")}
        </MenuItem>
      </Menu>
      <Dialog
        open={isRemoving}
        onOpenChange={setRemoving}
        closeLabel={common("close")}
        title={t("removeTitle", { name: member.name })}
        description={t("removeLead")}
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{common("cancel")}</DialogClose>
            <DialogClose
              render={<Button variant="danger" />}
              onClick={() => remove.mutate({ group, userId: member.id })}
            >
              {t("remove")}
            </DialogClose>
          </>
        }
      />
    </>
  );
}
