"use client";

import { Button } from "@diaphane/ui";
import { ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { zoomSteps } from "./grid-layout.ts";

export interface ZoomControlProps {
  cell: number;
  onCell(cell: number): void;
}

export function ZoomControl({ cell, onCell }: ZoomControlProps) {
  const t = useTranslations("datasets.filters");
  const smaller = zoomSteps.findLast((step) => step < cell);
  const larger = zoomSteps.find((step) => step > cell);
  return (
    <fieldset aria-label={t("zoom")} className="flex gap-1">
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("smaller")}
        disabled={smaller === undefined}
        onClick={() => smaller !== undefined && onCell(smaller)}
      >
        <ZoomOut aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("larger")}
        disabled={larger === undefined}
        onClick={() => larger !== undefined && onCell(larger)}
      >
        <ZoomIn aria-hidden />
      </Button>
    </fieldset>
  );
}
