"use client";

import type { Direction } from "@diaphane/model/latent";
import { useTranslations } from "next-intl";

/** What a direction points to: a value of an attribute, or more of a number. */
export function useDirectionName(): (direction: Pick<Direction, "attribute" | "value">) => string {
  const t = useTranslations("latents.directions");
  return ({ attribute, value }) => (value === null ? t("more", { attribute }) : t("value", { attribute, value }));
}
