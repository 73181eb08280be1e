import { Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";

/** Below the group: its layout answers first, so that an outsider gets a 404, not a page that says so later. */
export default function Loading() {
  const t = useTranslations("common");
  return (
    <div role="status" className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-8">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-4 w-96 max-w-full" />
      <Skeleton className="mt-4 h-64 w-full" />
    </div>
  );
}
