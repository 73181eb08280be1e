import { type OnnxPart, onnxPartsOf, trainingConfig } from "@diaphane/model/config";
import { Button, Card, CardHeader } from "@diaphane/ui";
import { getTranslations } from "next-intl/server";
import { api } from "@/trpc/server.tsx";
import { OnnxFiles } from "./onnx-files.tsx";
import type { ReleasedModel } from "./released-model.ts";

/** What can be taken along of a version: the bundle, and ONNX files. */
export async function FilesCard({ version }: { version: ReleasedModel["versions"][number] }) {
  const [presets, t] = await Promise.all([
    api().preset.listReleased({ modelVersionId: version.id }),
    getTranslations("gallery.card"),
  ]);
  const files = `/api/models/${version.id}`;
  const parts = partsOf(version.config);
  return (
    <Card>
      <CardHeader title={t("files")} description={t("filesHelp")} />
      <div className="flex flex-wrap gap-2">
        {["model.json", "weights.safetensors"].map((name) => (
          <Button key={name} variant="secondary" size="small" render={<a href={`${files}/${name}`} download={name} />}>
            {name}
          </Button>
        ))}
      </div>
      <p className="mt-3 font-mono text-xs break-all text-muted-foreground">sha256 {version.weightsSha256}</p>
      {parts.length > 0 ? (
        <OnnxFiles
          address={`${files}/onnx`}
          parts={parts}
          presets={presets.map(({ slug, name }) => ({ slug, name }))}
        />
      ) : null}
    </Card>
  );
}

function partsOf(config: unknown): OnnxPart[] {
  const read = trainingConfig.safeParse(config);
  return read.success ? onnxPartsOf(read.data.model) : [];
}
