import { Button, Card, CardHeader } from "@diaphane/ui";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

/** The two files of the bundle; the server asks again who may have them. */
export function Downloads({ versionId }: { versionId: string }) {
  const t = useTranslations("models.version");
  const files = [
    { name: t("downloadManifest"), help: t("downloadManifestHelp") },
    { name: t("downloadWeights"), help: t("downloadWeightsHelp") },
  ];
  return (
    <Card>
      <CardHeader title={t("downloads")} description={t("downloadsHelp")} />
      <ul className="flex flex-wrap gap-x-6 gap-y-4">
        {files.map(({ name, help }) => (
          <li key={name} className="flex flex-col gap-1">
            <Button variant="secondary" render={<a href={`/api/models/${versionId}/${name}`} download={name} />}>
              <Download aria-hidden />
              <span className="font-mono text-[0.8125rem]">{name}</span>
            </Button>
            <span className="text-xs text-muted-foreground">{help}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
