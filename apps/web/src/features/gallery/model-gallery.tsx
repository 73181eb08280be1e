import { useTranslations } from "next-intl";
import { facetsOf } from "./filters/facets-of.ts";
import { FilteredGallery } from "./filters/filtered-gallery.tsx";
import { ModelTile } from "./model-tile.tsx";
import type { ListedModel } from "./released-model.ts";

interface ModelGalleryProps {
  models: readonly ListedModel[];
  /** Versions that a preset is released for. */
  withPresets: ReadonlySet<string>;
}

/** All released models; nothing at all before there is one, since the place of the toy says why. */
export function ModelGallery({ models, withPresets }: ModelGalleryProps) {
  const t = useTranslations("gallery");
  if (models.length === 0) return null;
  const found = models.flatMap((model) => {
    const facets = facetsOf(model, withPresets);
    return facets ? [{ id: model.id, facets, tile: <ModelTile model={model} /> }] : [];
  });
  return (
    <section aria-labelledby="models" className="mx-auto w-full max-w-6xl px-4 pt-12">
      <h2 id="models" className="mb-6 text-2xl font-semibold tracking-tight">
        {t("title")}
      </h2>
      <FilteredGallery models={found} />
    </section>
  );
}
