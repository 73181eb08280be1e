import { cn } from "@diaphane/ui";
import type { ReactNode } from "react";

export interface PageFrameProps {
  title: ReactNode;
  description?: ReactNode;
  /** Right of the title: the page's main button. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A page's heading and the width that its text is read at. */
export function PageFrame({ title, description, actions, children, className }: PageFrameProps) {
  return (
    <div className={cn("mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-8", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {description ? <p className="max-w-prose text-muted-foreground">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
      </div>
      {children}
    </div>
  );
}
