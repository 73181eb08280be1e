"use client";

import { Button, ErrorState } from "@diaphane/ui";
import { useTranslations } from "next-intl";

/** A page that failed; `digest` names the entry in the server's log. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("shell");
  return (
    <div className="mx-auto flex w-full max-w-xl flex-1 flex-col justify-center px-4 py-16">
      <ErrorState
        title={t("pageFailed")}
        code={error.digest ? t("quote", { id: error.digest }) : undefined}
        actions={
          <Button variant="secondary" onClick={reset}>
            {t("tryAgain")}
          </Button>
        }
      >
        {t("pageFailedText")}
      </ErrorState>
    </div>
  );
}
