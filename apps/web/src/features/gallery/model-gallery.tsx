import { useTranslations } from "next-intl";
import { ModelTile } from "./model-tile.tsx";
import type { ListedModel } from "./released-model.ts";

/** All released models; nothing at all before there is one, since the place of the toy says why. */
export function ModelGallery({ models }: { models: readonly ListedModel[] }) {
  const t = useTranslations("gallery");
  if (models.length === 0) return null;
  return (
    <section aria-labelledby="models" className="mx-auto w-full max-w-6xl px-4 pt-12">
      <h2 id="models" className="mb-6 text-2xl font-semibold tracking-tight">
        {t("title")}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {models.map((model) => (
          <li key={model.id} className="grid">
            <ModelTile model={model} />
          </li>
        ))}
      </ul>
    </section>
  );
}
