"use client";

import { Term } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type LabTermName =
  | "latent"
  | "reconstruction"
  | "attention"
  | "contribution"
  | "nat"
  | "difference"
  | "strip"
  | "deviation"
  | "threshold"
  | "logit"
  | "baseline"
  | "psnr";

/** A term of art of the lab with its one-sentence explanation on hover, focus and touch. */
export function LabTerm({ name, children }: { name: LabTermName; children: ReactNode }) {
  const t = useTranslations("lab.terms");
  return <Term explanation={t(name)}>{children}</Term>;
}
