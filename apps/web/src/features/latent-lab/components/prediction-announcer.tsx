"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLabFormat } from "./use-lab-format.ts";

const SETTLED_MILLISECONDS = 700;

/** Says the prediction to screen readers once a slider has come to rest, not at every step of the way. */
export function PredictionAnnouncer({ className, probability }: { className: string; probability: number }) {
  const t = useTranslations("lab.prediction");
  const format = useLabFormat();
  const text = t("announced", { name: className, probability: format.probability(probability) });
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
