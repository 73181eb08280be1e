"use client";

import { Skeleton } from "@diaphane/ui";
import dynamic from "next/dynamic";

/** In the browser alone: what waits to be sent is kept there. */
const LabelWork = dynamic(() => import("./label-work.tsx").then(({ LabelWork: work }) => work), {
  ssr: false,
  loading: () => <Skeleton className="m-4 flex-1" />,
});

export interface LabelPageProps {
  group: string;
  taskId: string;
  userId: string;
}

/** The whole window for one task's images. `data-takes-window` hides what is around every other page. */
export function LabelPage(props: LabelPageProps) {
  return (
    <div data-takes-window className="flex h-dvh flex-col bg-background">
      <LabelWork {...props} />
    </div>
  );
}
