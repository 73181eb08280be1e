import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/features/auth/auth-frame.tsx";
import { NewGroupForm } from "@/features/members/new-group-form.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("newGroup") };
}

export default async function NewGroupPage() {
  const [t, { user }] = await Promise.all([getTranslations("members"), api().viewer.get()]);
  if (!user) redirect("/sign-in?callbackUrl=/groups/new");
  return (
    <AuthFrame title={t("newGroup")} lead={t("newGroupLead")}>
      <NewGroupForm />
    </AuthFrame>
  );
}
