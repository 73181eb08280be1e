import { ErrorState } from "@diaphane/ui";
import { useTranslations } from "next-intl";

/** What next-auth, or our own callback, puts in the address when a provider's sign-in fails; anything else may stand there. */
const titles = new Map<string, "accessDenied" | "emailTaken">([
  ["AccessDenied", "accessDenied"],
  ["EmailTaken", "emailTaken"],
]);

export function SignInError({ code }: { code: string | string[] | undefined }) {
  const t = useTranslations("auth");
  if (typeof code !== "string") return null;
  return <ErrorState title={t(titles.get(code) ?? "providerFailed")} />;
}
