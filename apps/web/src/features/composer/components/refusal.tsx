import { ErrorState } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { Refused } from "../engine/protocol.ts";

/** Which images are missing for a fit, each by name. */
export function Refusal({ refused: { cells, fewest, message } }: { refused: Refused }) {
  const t = useTranslations("composer.refused");
  return (
    <ErrorState title={t("title")}>
      {cells.length === 0 ? (
        message
      ) : (
        <>
          <p>{t("lead", { fewest })}</p>
          <ul className="my-2 list-disc pl-5">
            {cells.map((cell) => (
              <li key={JSON.stringify(cell)}>{t("cell", cell)}</li>
            ))}
          </ul>
          <p>{t("advice")}</p>
        </>
      )}
    </ErrorState>
  );
}
