import { Button } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Ways in for whom a link was given to: an account first, then back to `callbackUrl`, a path of ours. */
export function JoinWithAccount({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations("members");
  const callback = `callbackUrl=${encodeURIComponent(callbackUrl)}`;
  return (
    <div className="flex flex-col gap-2">
      <Button size="large" render={<Link href={`/sign-up?${callback}`} />}>
        {t("joinWithNewAccount")}
      </Button>
      <Button size="large" variant="secondary" render={<Link href={`/sign-in?${callback}`} />}>
        {t("joinWithAccount")}
      </Button>
    </div>
  );
}
