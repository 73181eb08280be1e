import { Button, Card, CardHeader } from "@diaphane/ui";
import { getTranslations } from "next-intl/server";
import { CopyText } from "./copy-text.tsx";

/** How to cite a version: BibTeX to copy, CITATION.cff to take along. */
export async function CiteCard({ bibtex, slug }: { bibtex: string; slug: string }) {
  const t = await getTranslations("card");
  return (
    <Card>
      <CardHeader title={t("cite")} description={t("citeText")} />
      <pre className="rounded-lg bg-muted p-3 text-xs break-all whitespace-pre-wrap">{bibtex}</pre>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyText text={bibtex} label={t("copyBibtex")} copied={t("copied")} />
        <Button variant="secondary" size="small" render={<a href={`/api/public/models/${slug}/citation`} download />}>
          {t("cff")}
        </Button>
      </div>
    </Card>
  );
}
