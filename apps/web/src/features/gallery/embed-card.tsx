import { Card, CardHeader } from "@diaphane/ui";
import { getTranslations } from "next-intl/server";
import { CopyText } from "./card/copy-text.tsx";

/** How to show a model's lab in a page of one's own. @param url of the model's page */
export async function EmbedCard({ url, slug }: { url: string; slug: string }) {
  const t = await getTranslations("gallery.embed");
  const source = new URL(`/embed/${slug}`, url).href;
  const snippet = `<iframe src="${source}" width="100%" height="900" style="border:0" loading="lazy"></iframe>`;
  return (
    <Card>
      <CardHeader title={t("title")} description={t("text")} />
      <pre className="rounded-lg bg-muted p-3 text-xs break-all whitespace-pre-wrap">{snippet}</pre>
      <div className="mt-3">
        <CopyText text={snippet} label={t("copy")} copied={t("copied")} />
      </div>
    </Card>
  );
}
