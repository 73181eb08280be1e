"use client";

import { Button, Card, CardHeader, Table, TableCell, TableHead, TableRow, useToast } from "@diaphane/ui";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";

/** Links that are out and not used yet; revoking one makes it worthless at once. */
export function InvitationList({ group }: { group: string }) {
  const t = useTranslations("members");
  const names = useTranslations("roles");
  const format = useFormatter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { data: invitations } = useSuspenseQuery(trpc.invitation.list.queryOptions({ group }));
  const revoke = useMutation(
    trpc.invitation.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.invitation.list.queryFilter({ group })),
      onError: (error) => toast({ title: errorText(error), tone: "danger" }),
    }),
  );
  if (invitations.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("openInvitations")} description={t("openInvitationsLead")} />
      <Table>
        <thead>
          <tr>
            <TableHead>{t("role")}</TableHead>
            <TableHead>{t("by")}</TableHead>
            <TableHead>{t("expires")}</TableHead>
            <TableHead>
              <span className="sr-only">{t("actions")}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <TableRow key={invitation.id}>
              <TableCell>{names(`${invitation.role}.name`)}</TableCell>
              <TableCell>{invitation.creator.name}</TableCell>
              <TableCell>{format.dateTime(invitation.expiresAt, { dateStyle: "medium" })}</TableCell>
              <TableCell className="text-right">
                <Button
                  variant="secondary"
                  size="small"
                  disabled={revoke.isPending}
                  onClick={() => revoke.mutate({ group, invitationId: invitation.id })}
                >
                  {t("revoke")}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
