import { ErrorState } from "@diaphane/ui";
import { useTranslations } from "next-intl";

/** What next-auth puts in the address when a provider's sign-in fails. */
export function SignInError({ code }: { code: string | string[] | undefined }) {
  const t = useTranslations("auth");
  if (typeof code !== "string") return null;
  return <ErrorState title={t(code === "AccessDenied" ? "accessDenied" : "providerFailed")} />;
}
