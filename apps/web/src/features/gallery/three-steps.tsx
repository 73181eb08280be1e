import { Layers, ScanEye, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";

const steps = [
  { key: "compress", icon: Layers },
  { key: "move", icon: SlidersHorizontal },
  { key: "explain", icon: ScanEye },
] as const;

/** What it does, in three sentences. */
export function ThreeSteps() {
  const t = useTranslations("gallery.steps");
  return (
    <section aria-labelledby="how" className="border-y border-border bg-card">
      <div className="mx-auto w-full max-w-6xl px-4 py-12">
        <h2 id="how" className="mb-8 text-2xl font-semibold tracking-tight">
          {t("title")}
        </h2>
        <ol className="grid gap-8 md:grid-cols-3">
          {steps.map(({ key, icon: Icon }) => (
            <li key={key} className="flex flex-col gap-2">
              <Icon aria-hidden className="size-7 text-primary" strokeWidth={1.5} />
              <h3 className="mt-1 font-semibold">{t(`${key}.title`)}</h3>
              <p className="text-sm text-pretty text-muted-foreground">{t(`${key}.text`)}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
