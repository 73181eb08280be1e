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
    <Card id={figureAnchor(figure)} data-testid={`figure-${figure.kind}`} className="@container min-w-0 scroll-mt-20">
      <CardHeader title={title} description={description} action={action} />
      {margin ? (
        <div className="grid gap-x-6 gap-y-4 @3xl:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="min-w-0">{children}</div>
          <aside className="border-t border-border pt-4 @3xl:border-t-0 @3xl:border-l @3xl:pt-0 @3xl:pl-4 print:hidden">
            {margin}
          </aside>
        </div>
      ) : (
        children
      )}
    </Card>
  );
}
