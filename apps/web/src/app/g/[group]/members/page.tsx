import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/features/members/invitation-list.tsx";
import { InviteDialog } from "@/features/members/invite-dialog.tsx";
import { LeaveGroup } from "@/features/members/leave-group.tsx";
import { MemberTable } from "@/features/members/member-table.tsx";
import { RoleLegend } from "@/features/members/role-legend.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ params }: PageProps<"/g/[group]/members">) {
  const { group: slug } = await params;
  const [t, group, { user }] = await Promise.all([getTranslations("members"), loadGroup(slug), api().viewer.get()]);
  if (!group || !user) notFound();
  await getQueryClient().prefetchQuery(trpc.member.list.queryOptions({ group: slug }));
  const canInvite = can(group.role, "invitation:create");
  if (canInvite) await getQueryClient().prefetchQuery(trpc.invitation.list.queryOptions({ group: slug }));
  return (
    <HydrateClient>
      <PageFrame
        title={t("title")}
        description={t("description", { group: group.name })}
        actions={canInvite ? <InviteDialog group={slug} /> : null}
      >
        <MemberTable group={slug} viewerId={user.id} canChange={can(group.role, "member:update")} />
        {canInvite ? <InvitationList group={slug} /> : null}
        <RoleLegend />
        <LeaveGroup group={slug} viewerId={user.id} />
      </PageFrame>
    </HydrateClient>
  );
}
