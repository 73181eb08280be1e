import { ErrorState } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { z } from "zod";

/** What a failed import stores besides its code: a DataError as plain data, or nothing. */
const detailSchema = z.object({
  file: z.string().optional(),
  key: z.string().optional(),
  expected: z.string().optional(),
  found: z.string().optional(),
});

export interface ImportProblemProps {
  code: string;
  detail: unknown;
  /** Whether the images were to be generated, not read from a file. */
  isSynthetic: boolean;
  actions?: ReactNode;
}

/** Why an import failed: in words first, then exactly where, what was expected and what was found. */
export function ImportProblem({ code, detail, isSynthetic, actions }: ImportProblemProps) {
  const t = useTranslations("datasets");
  const known = detailSchema.safeParse(detail).data ?? {};
  const reason = `dataError.${code}` as Parameters<typeof t.has>[0];
  const facts = (["file", "key", "expected", "found"] as const).filter((name) => known[name]);
  return (
    <ErrorState
      title={t(isSynthetic ? "progress.generationFailedTitle" : "progress.failedTitle")}
      code={t("progress.code", { code })}
      actions={actions}
    >
      <p>
        {t.has(reason) ? t(reason) : t("dataError.internal")} {t("progress.nothingKept")}
      </p>
      {facts.length > 0 ? (
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {facts.map((name) => (
            <div key={name} className="contents">
              <dt className="text-muted-foreground">{t(`progress.${name}`)}</dt>
              <dd
                lang={name === "expected" || name === "found" ? "en" : undefined}
                className="break-words font-mono text-[0.8125rem]"
              >
                {known[name]}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </ErrorState>
  );
}
