import { Button, EmptyState } from "@diaphane/ui";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export default function NotFound() {
  const t = useTranslations("shell");
  return (
    <div className="mx-auto flex w-full max-w-xl flex-1 flex-col justify-center px-4 py-16">
      <EmptyState
        level={1}
        icon={<SearchX aria-hidden />}
        title={t("notFoundTitle")}
        actions={<Button render={<Link href="/" />}>{t("toStart")}</Button>}
      >
        {t("notFoundText")}
      </EmptyState>
    </div>
  );
}
