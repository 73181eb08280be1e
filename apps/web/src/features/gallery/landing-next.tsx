import { Button } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Where to go from here, and what this is not. */
export function LandingNext({ isSignedIn }: { isSignedIn: boolean }) {
  const t = useTranslations("gallery.next");
  return (
    <section aria-labelledby="next" className="mx-auto flex w-full max-w-6xl flex-col items-start gap-4 px-4 py-14">
      <h2 id="next" className="text-2xl font-semibold tracking-tight">
        {t("title")}
      </h2>
      <p className="max-w-[62ch] text-muted-foreground">{t("text")}</p>
      <div className="flex flex-wrap gap-2">
        {isSignedIn ? (
          <Button render={<Link href="/home" />}>{t("home")}</Button>
        ) : (
          <>
            <Button render={<Link href="/sign-up" />}>{t("signUp")}</Button>
            <Button variant="secondary" render={<Link href="/sign-in" />}>
              {t("signIn")}
            </Button>
          </>
        )}
      </div>
      <p className="mt-4 max-w-[62ch] rounded-lg bg-warning-surface px-4 py-3 text-sm">{t("notice")}</p>
    </section>
  );
}
