import { Card, CardHeader } from "@diaphane/ui";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { api } from "@/trpc/server.tsx";

/** What can be taken out of this version's decision, each with its evidence; nothing where no preset is released. */
export async function PresetsCard({ modelVersionId }: { modelVersionId: string }) {
  const [presets, t] = await Promise.all([
    api().preset.listReleased({ modelVersionId }),
    getTranslations("gallery.card"),
  ]);
  if (presets.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("presets")} description={t("presetsText")} />
      <ul className="flex flex-col gap-1 text-sm">
        {presets.map(({ id, slug, name }) => (
          <li key={id}>
            <Link href={`/presets/${slug}`} className="break-words text-primary underline underline-offset-4">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
