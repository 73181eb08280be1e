"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "../class-names.ts";

export interface ScrollFrameProps {
  children: ReactNode;
  className?: string;
}

/** Scrolls sideways what is wider than the page. While it does it takes focus, so that arrow keys scroll it too. */
export function ScrollFrame({ children, className }: ScrollFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isScrollable, setIsScrollable] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setIsScrollable(element.scrollWidth > element.clientWidth));
    for (const watched of [element, ...element.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} tabIndex={isScrollable ? 0 : undefined} className={cn("overflow-x-auto", className)}>
      {children}
    </div>
  );
}
