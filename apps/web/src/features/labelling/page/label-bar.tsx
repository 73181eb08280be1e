"use client";

import { Button, Progress, Tooltip } from "@diaphane/ui";
import { ArrowLeft, BookOpen, Contrast, Keyboard, Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RouterOutputs } from "@/server/routers/index.ts";

export interface LabelBarProps {
  group: string;
  task: RouterOutputs["task"]["get"];
  canUndo: boolean;
  canRedo: boolean;
  onUndo(): void;
  onRedo(): void;
  onInvert(): void;
  onGuidelines(): void;
  onKeys(): void;
  /** The state of saving. */
  children: ReactNode;
}

/** Above the image: which task, how far it is, where the changes are, and what can be done with all of it. */
export function LabelBar(props: LabelBarProps) {
  const { group, task } = props;
  const t = useTranslations("labelling.page");
  const format = useFormatter();
  const { labels, wantedLabels, mine } = task.progress;
  const buttons = [
    { name: t("undo"), Icon: Undo2, keys: "Control+Z", isOff: !props.canUndo, onPress: props.onUndo },
    { name: t("redo"), Icon: Redo2, keys: "Control+Shift+Z", isOff: !props.canRedo, onPress: props.onRedo },
    { name: t("invert"), Icon: Contrast, keys: "I", isOff: false, onPress: props.onInvert },
    { name: t("guidelines"), Icon: BookOpen, keys: "G", isOff: false, onPress: props.onGuidelines },
    { name: t("keys"), Icon: Keyboard, keys: "?", isOff: false, onPress: props.onKeys },
  ];
  return (
    <header className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-border px-3 py-2">
      <div className="flex min-w-0 items-center gap-2">
        <Tooltip text={t("leave")}>
          <Button variant="ghost" size="icon" aria-label={t("leave")} render={<Link href={`/g/${group}/label`} />}>
            <ArrowLeft aria-hidden />
          </Button>
        </Tooltip>
        <h1 className="truncate font-semibold">{task.name}</h1>
      </div>
      <Progress
        className="w-56 max-sm:w-full"
        value={wantedLabels > 0 ? Math.min(1, labels / wantedLabels) : null}
        label={t("progress")}
        detail={t("progressDetail", { mine: format.number(mine), labels, wanted: wantedLabels })}
      />
      {props.children}
      <div className="ml-auto flex items-center">
        {buttons.map(({ name, Icon, keys, isOff, onPress }) => (
          <Tooltip key={name} text={name}>
            <Button
              variant="ghost"
              size="icon"
              aria-label={name}
              aria-keyshortcuts={keys}
              disabled={isOff}
              onClick={onPress}
            >
              <Icon aria-hidden />
            </Button>
          </Tooltip>
        ))}
      </div>
    </header>
  );
}
