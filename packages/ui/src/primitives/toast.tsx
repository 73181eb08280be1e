"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../class-names.ts";

export interface ToastProviderProps {
  children: ReactNode;
  closeLabel: string;
}

/** Short news in the corner; `useToast()` below it sends some. */
export function ToastProvider({ children, closeLabel }: ToastProviderProps) {
  return (
    <Base.Provider timeout={6_000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2">
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className={cn(
        "relative rounded-lg border border-border bg-popover p-3 pr-10 text-sm text-popover-foreground shadow-lg transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
        toast.type === "danger" && "border-danger",
      )}
    >
      <Base.Title className="font-medium" />
      <Base.Description className="text-muted-foreground" />
      <Base.Close aria-label={closeLabel} className="absolute top-2 right-2 rounded-md p-1.5 hover:bg-muted">
        <X aria-hidden className="size-4" />
      </Base.Close>
    </Base.Root>
  ));
}

export interface ToastMessage {
  title: string;
  description?: string;
  tone?: "neutral" | "danger";
}

/** Shows a message for six seconds; one of tone "danger" is read out at once. */
export function useToast(): (message: ToastMessage) => void {
  const manager = Base.useToastManager();
  return ({ title, description, tone = "neutral" }) => {
    manager.add({ title, description, type: tone, priority: tone === "danger" ? "high" : "low" });
  };
}
