"use client";

import { Button } from "@diaphane/ui";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";

/** Goes to the institution's own sign-in page. */
export function OidcButton({ name, callbackUrl }: { name: string; callbackUrl: string }) {
  const t = useTranslations("auth");
  return (
    <Button variant="secondary" size="large" onClick={() => signIn("oidc", { callbackUrl })}>
      {t("signInWith", { name })}
    </Button>
  );
}
