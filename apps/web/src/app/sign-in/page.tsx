import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { env } from "@/env.ts";
import { AuthFrame } from "@/features/auth/auth-frame.tsx";
import { safeCallback } from "@/features/auth/callback-url.ts";
import { OidcButton } from "@/features/auth/oidc-button.tsx";
import { SignInError } from "@/features/auth/sign-in-error.tsx";
import { SignInForm } from "@/features/auth/sign-in-form.tsx";
import { oidcName } from "@/server/auth/oidc.ts";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const [t, query, viewer] = await Promise.all([getTranslations("auth"), searchParams, api().viewer.get()]);
  const home = viewer.groups[0] ? `/g/${viewer.groups[0].slug}` : "/";
  const callbackUrl = safeCallback(query["callbackUrl"], "/home");
  if (viewer.user) redirect(safeCallback(query["callbackUrl"], home));
  return (
    <AuthFrame
      title={t("signInTitle")}
      lead={t("signInLead")}
      aside={
        <>
          {t("noAccount")}{" "}
          <Link href={`/sign-up?callbackUrl=${encodeURIComponent(callbackUrl)}`} className="text-primary underline">
            {t("signUp")}
          </Link>
        </>
      }
    >
      <SignInError code={query["error"]} />
      {oidcName ? <OidcButton name={oidcName} callbackUrl={callbackUrl} /> : null}
      <SignInForm callbackUrl={callbackUrl} />
      {env.DIAPHANE_DEMO ? <p className="text-[0.8125rem] text-muted-foreground">{t("demoLead")}</p> : null}
    </AuthFrame>
  );
}
