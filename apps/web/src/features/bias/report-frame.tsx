"use client";

import type { BiasReport, Slice } from "@diaphane/model/bias";
import { createContext, type ReactNode, useContext } from "react";
import type { ReportFigure } from "./figures.ts";

/** Where the images behind a report's figures are had: by its group, or by whoever reviews it. */
export interface ImagesSource {
  kind: "report" | "audit";
  id: string;
}

/** What the figures of a page have around them. */
export interface ReportFrame {
  report: BiasReport;
  /** Null where no images are shown, as on public pages. */
  images: ImagesSource | null;
  /** What stands beside a figure: the comments of a review. */
  margin?: ((figure: ReportFigure) => ReactNode) | undefined;
  /** What a reader may do with a slice, by its place in the report. */
  sliceAction?: ((slice: number, slices: readonly Slice[]) => ReactNode) | undefined;
}

const Frame = createContext<ReportFrame | null>(null);

export function ReportFrameProvider({ frame, children }: { frame: ReportFrame; children: ReactNode }) {
  return <Frame value={frame}>{children}</Frame>;
}

/** @throws Error outside of a report */
export function useReportFrame(): ReportFrame {
  const frame = useContext(Frame);
  if (!frame) throw new Error("A figure stands in a ReportFrameProvider.");
  return frame;
}
