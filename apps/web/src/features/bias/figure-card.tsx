import { Card, CardHeader } from "@diaphane/ui";
import type { ReactNode } from "react";
import { figureAnchor, type ReportFigure } from "./figures.ts";
import { useReportFrame } from "./report-frame.tsx";

export interface FigureCardProps {
  figure: ReportFigure;
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** A figure of a report: it has an address of its own, and beside it what a review says of it. */
export function FigureCard({ figure, title, description, action, children }: FigureCardProps) {
  const margin = useReportFrame().margin?.(figure);
  return (
    <Card id={figureAnchor(figure)} data-testid={`figure-${figure.kind}`} className="min-w-0 scroll-mt-20">
      <CardHeader title={title} description={description} action={action} />
      {children}
      {margin ? <aside className="mt-5 border-t border-border pt-4 print:hidden">{margin}</aside> : null}
    </Card>
  );
}
