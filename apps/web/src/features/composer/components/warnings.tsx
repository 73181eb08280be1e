import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Fitted } from "../engine/protocol.ts";

/** What speaks against this preset before anybody looks at numbers: no reliance, and cells that are thin. */
export function Warnings({ fitted: { reliance, preset } }: { fitted: Fitted }) {
  const t = useTranslations("composer.warnings");
  const unused = reliance.filter(({ isReliedOn }) => !isReliedOn).map(({ attribute }) => attribute);
  const { smallCells } = preset.fit;
  if (unused.length + smallCells.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {unused.map((attribute) => (
        <Warning key={attribute}>{t("noReliance", { attribute })}</Warning>
      ))}
      {smallCells.map((cell) => (
        <Warning key={JSON.stringify(cell)}>{t("smallCell", cell)}</Warning>
      ))}
    </ul>
  );
}

function Warning({ children }: { children: string }) {
  return (
    <li className="flex items-start gap-2 rounded-lg bg-warning-surface px-3 py-2 break-words">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
