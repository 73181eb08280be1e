import { useTranslations } from "next-intl";

/** Under an embedded lab: what it is not, and where it comes from. */
export function EmbedFooter({ slug, name }: { slug: string; name: string }) {
  const t = useTranslations();
  return (
    <p className="flex flex-wrap justify-between gap-x-4 px-3 pb-3 text-xs text-muted-foreground">
      <span>{t("lab.notADevice")}</span>
      <a href={`/models/${slug}`} target="_blank" rel="noopener" className="text-primary underline underline-offset-4">
        {t("gallery.embedSource", { name })}
      </a>
    </p>
  );
}
