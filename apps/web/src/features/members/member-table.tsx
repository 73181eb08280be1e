"use client";

import { Badge, Card, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";
import { MemberActions } from "./member-actions.tsx";

export interface MemberTableProps {
  group: string;
  viewerId: string;
  canChange: boolean;
}

export function MemberTable({ group, viewerId, canChange }: MemberTableProps) {
  const t = useTranslations("members");
  const names = useTranslations("roles");
  const { data: members } = useSuspenseQuery(useTRPC().member.list.queryOptions({ group }));
  return (
    <Card className="p-0">
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <TableHead className="pl-5">{t("name")}</TableHead>
            <TableHead>{t("email")}</TableHead>
            <TableHead>{t("role")}</TableHead>
            {canChange ? (
              <TableHead className="pr-5">
                <span className="sr-only">{t("actions")}</span>
              </TableHead>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <TableRow key={member.id}>
              <TableCell className="pl-5 font-medium">
                {member.name} {member.id === viewerId ? <Badge tone="accent">{t("you")}</Badge> : null}
                {member.isDisabled ? <Badge>{t("disabled")}</Badge> : null}
              </TableCell>
              <TableCell className="text-muted-foreground">{member.email ?? t("noEmail")}</TableCell>
              <TableCell>{names(`${member.role}.name`)}</TableCell>
              {canChange ? (
                <TableCell className="pr-4 text-right">
                  <MemberActions group={group} member={member} />
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
