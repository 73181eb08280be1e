"use client";

import { Button, useToast } from "@diaphane/ui";
import { Copy } from "lucide-react";

/** Puts a text on the clipboard, and says so. */
export function CopyText({ text, label, copied }: { text: string; label: string; copied: string }) {
  const toast = useToast();
  return (
    <Button
      variant="secondary"
      size="small"
      onClick={() => void navigator.clipboard.writeText(text).then(() => toast({ title: copied }))}
    >
      <Copy aria-hidden />
      {label}
    </Button>
  );
}
