import { Card } from "@diaphane/ui";
import { useTranslations } from "next-intl";

/** What the reader left out or found, as it says it. */
export function ImportNotes({ notes }: { notes: readonly string[] }) {
  const t = useTranslations("datasets.notes");
  if (notes.length === 0) return null;
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{t("title", { count: notes.length })}</h2>
      <ul lang="en" className="flex max-h-72 flex-col gap-1 overflow-y-auto font-mono text-[0.8125rem]">
        {[...new Set(notes)].map((note) => (
          <li key={note} className="break-words">
            {note}
          </li>
        ))}
      </ul>
    </Card>
  );
}
