import { CircleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "../class-names.ts";

export interface StateProps {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** The buttons that lead on. */
  actions?: ReactNode;
  className?: string;
}

export interface EmptyStateProps extends StateProps {
  /** The title's level; 1 where the state is the whole page. */
  level?: 1 | 2;
}

/** Nothing here yet: what to do next, and the button for it. */
export function EmptyState({ icon, title, children, actions, level = 2, className }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div
      className={cn(
        "flex flex-col items-center gap-3 rounded-xl border border-dashed border-border px-6 py-12 text-center",
        className,
      )}
    >
      {icon ? <div className="text-primary [&_svg]:size-8">{icon}</div> : null}
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children ? <div className="max-w-md text-sm text-muted-foreground">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}

export interface ErrorStateProps extends StateProps {
  /** What to quote when asking for help. */
  code?: ReactNode;
}

/** What happened, to what, and what to do. */
export function ErrorState({ title, children, actions, code, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("flex gap-3 rounded-xl border border-danger/40 bg-danger-surface p-4", className)}>
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col gap-1 text-sm">
        <p className="font-semibold text-foreground">{title}</p>
        {children ? <div className="text-foreground">{children}</div> : null}
        {code ? <p className="font-mono text-xs text-foreground/80">{code}</p> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}

/** Where something is about to be. */
export function Skeleton({ className, ...rest }: ComponentProps<"div">) {
  return <div aria-hidden className={cn("animate-pulse rounded-lg bg-muted", className)} {...rest} />;
}
