"use client";

import { Popover } from "@base-ui/react/popover";
import type { ReactNode } from "react";

export interface TermProps {
  /** The term of art, as it stands in the text. */
  children: ReactNode;
  /** One sentence that explains it. */
  explanation: ReactNode;
}

/** A term with its explanation on hover, focus, press and touch: dotted underline, a popover that screen readers read. */
export function Term({ children, explanation }: TermProps) {
  return (
    <Popover.Root>
      <Popover.Trigger
        openOnHover
        delay={150}
        className="cursor-help rounded-xs text-left underline decoration-muted-foreground decoration-dotted decoration-1 underline-offset-4"
      >
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} className="z-50">
          <Popover.Popup
            initialFocus={false}
            className="max-w-72 rounded-lg border border-border bg-popover px-3 py-2 text-sm font-normal text-popover-foreground shadow-lg outline-hidden"
          >
            <Popover.Description>{explanation}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
