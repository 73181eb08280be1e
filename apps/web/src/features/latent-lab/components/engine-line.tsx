"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { EngineName } from "../engine/protocol.ts";
import type { RedrawTimes } from "../engine/redraw-times.ts";
import { useLabFormat } from "./use-lab-format.ts";

const REFRESH_MILLISECONDS = 500;

/** Which engine runs here, and how long a redraw takes on it. */
export function EngineLine({ engine, times }: { engine: EngineName; times: RedrawTimes }) {
  const t = useTranslations("lab.engine");
  const format = useLabFormat();
  const [median, setMedian] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setMedian(times.median()), REFRESH_MILLISECONDS);
    return () => clearInterval(timer);
  }, [times]);
  return (
    <p className="tabular text-xs text-muted-foreground" data-testid="lab-engine" data-engine={engine}>
      {median === null
        ? t("name", { engine: t(engine) })
        : t("speed", { engine: t(engine), milliseconds: format.plain(median, 1) })}
    </p>
  );
}
