import type { ComponentProps, ReactNode } from "react";
import { cn } from "../class-names.ts";

export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={cn(
        "rounded-xl border border-border bg-card p-5 text-card-foreground shadow-xs print:break-inside-avoid print:shadow-none",
        className,
      )}
      {...rest}
    />
  );
}

export interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** On the right: a button, a badge. */
  action?: ReactNode;
  /** The heading's level on this page. */
  level?: 2 | 3;
}

export function CardHeader({ title, description, action, level = 2 }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="mb-4 flex items-start justify-between gap-4">
      <div className="flex flex-col gap-0.5">
        <Heading className="text-base font-semibold">{title}</Heading>
        {description ? <p className="text-sm text-muted-foreground">{description}</p> : null}
      </div>
      {action}
    </div>
  );
}
