"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "../class-names.ts";
import { buttonStyle } from "./button.tsx";

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, when it has one. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  /** The close button's name. */
  closeLabel: string;
  children?: ReactNode;
  /** Buttons, right-aligned below. */
  footer?: ReactNode;
  className?: string;
}

/** A window over the page; Escape and a press outside close it, focus stays inside and comes back. */
export function Dialog(props: DialogProps) {
  return (
    <Base.Root open={props.open} onOpenChange={props.onOpenChange}>
      {props.trigger ? <Base.Trigger render={props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/50 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cn(
            "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 flex-col gap-4 overflow-y-auto rounded-xl border border-border bg-popover p-6 text-popover-foreground shadow-xl outline-hidden transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
            props.className,
          )}
        >
          <div className="flex flex-col gap-1 pr-8">
            <Base.Title className="text-lg font-semibold">{props.title}</Base.Title>
            {props.description ? (
              <Base.Description className="text-sm text-muted-foreground">{props.description}</Base.Description>
            ) : null}
          </div>
          {props.children}
          {props.footer ? <div className="flex flex-wrap justify-end gap-2">{props.footer}</div> : null}
          <Base.Close
            aria-label={props.closeLabel}
            className={cn(buttonStyle({ variant: "ghost", size: "icon" }), "absolute top-3 right-3")}
          >
            <X aria-hidden />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button inside of a dialog that also closes it. */
export function DialogClose(props: ComponentProps<typeof Base.Close>) {
  return <Base.Close {...props} />;
}
