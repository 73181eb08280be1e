import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/features/auth/auth-frame.tsx";
import { safeCallback } from "@/features/auth/callback-url.ts";
import { SignUpForm } from "@/features/auth/sign-up-form.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUp") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const [t, query, { user }] = await Promise.all([getTranslations("auth"), searchParams, api().viewer.get()]);
  const callbackUrl = safeCallback(query["callbackUrl"], "/home");
  if (user) redirect(callbackUrl);
  const isInvited = callbackUrl.startsWith("/invite/");
  return (
    <AuthFrame
      title={t("signUpTitle")}
      lead={t(isInvited ? "signUpLeadInvited" : "signUpLead")}
      aside={
        <>
          {t("haveAccount")}{" "}
          <Link href={`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`} className="text-primary underline">
            {t("signIn")}
          </Link>
        </>
      }
    >
      <SignUpForm asksForGroup={!isInvited} callbackUrl={callbackUrl} />
    </AuthFrame>
  );
}
