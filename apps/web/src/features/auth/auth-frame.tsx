import { Card } from "@diaphane/ui";
import type { ReactNode } from "react";
import { Logo } from "@/features/shell/logo.tsx";

export interface AuthFrameProps {
  title: string;
  lead: string;
  children: ReactNode;
  /** Below the card: the other way in. */
  aside?: ReactNode;
}

/** The narrow page around signing in, signing up and joining. */
export function AuthFrame({ title, lead, children, aside }: AuthFrameProps) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center gap-6 px-4 py-12">
      <div className="flex flex-col items-start gap-2">
        <Logo className="mb-2 size-10" />
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <p className="text-muted-foreground">{lead}</p>
      </div>
      <Card className="flex flex-col gap-5 p-6">{children}</Card>
      {aside ? <p className="text-sm text-muted-foreground">{aside}</p> : null}
    </div>
  );
}
