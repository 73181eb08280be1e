import { cn, Tooltip } from "@diaphane/ui";
import { Check } from "lucide-react";

export interface ChoiceButtonProps {
  label: string;
  description?: string;
  /** The key that does the same. */
  shortcut: string | undefined;
  isChosen: boolean;
  onPress(): void;
}

/** A class, or a value of a question: what it is called, its key, and whether it is chosen. */
export function ChoiceButton({ label, description, shortcut, isChosen, onPress }: ChoiceButtonProps) {
  const button = (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-keyshortcuts={shortcut}
      onClick={onPress}
      className={cn(
        "flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-lg border border-border bg-card px-3 py-2 text-left text-sm font-medium text-card-foreground hover:bg-muted",
        isChosen && "border-primary bg-accent text-accent-foreground hover:bg-accent",
      )}
    >
      <span className="min-w-0 flex-1 break-words">{label}</span>
      {isChosen ? <Check aria-hidden className="size-4 shrink-0" /> : null}
      {shortcut ? (
        <kbd className="shrink-0 rounded border border-border bg-muted px-1.5 font-mono text-xs text-foreground uppercase">
          {shortcut}
        </kbd>
      ) : null}
    </button>
  );
  return description ? <Tooltip text={description}>{button}</Tooltip> : button;
}
