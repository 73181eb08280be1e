import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/features/auth/auth-frame.tsx";
import { AcceptInvitation } from "@/features/members/accept-invitation.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  // The address is a secret: it must not travel on in a Referer header, nor into a search engine.
  return { title: (await getTranslations("members"))("invitation"), referrer: "no-referrer", robots: { index: false } };
}

export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const [t, roles, invitation, { user }] = await Promise.all([
    getTranslations("members"),
    getTranslations("roles"),
    api()
      .invitation.get({ token })
      .catch(() => null),
    api().viewer.get(),
  ]);
  if (!invitation) {
    return (
      <AuthFrame title={t("invitationGone")} lead={t("invitationGoneLead")}>
        <p className="text-sm text-muted-foreground">{t("invitationGoneNext")}</p>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title={t("joinTitle", { group: invitation.group.name })}
      lead={t("joinLead", { name: invitation.creator.name, role: roles(`${invitation.role}.name`) })}
    >
      <p className="text-sm text-muted-foreground">{roles(`${invitation.role}.explanation`)}</p>
      <AcceptInvitation token={token} isSignedIn={user !== null} />
    </AuthFrame>
  );
}
