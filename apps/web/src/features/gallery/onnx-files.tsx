"use client";

import { type OnnxPart, onnxOpset } from "@diaphane/model/config";
import { Button, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface OnnxFilesProps {
  /** The files' names follow it. */
  address: string;
  parts: readonly OnnxPart[];
  /** Released ones, each of which can be folded in. */
  presets: readonly { slug: string; name: string }[];
}

const plain = "";

/** The parts of a model as ONNX files, made when they are first asked for. */
export function OnnxFiles({ address, parts, presets }: OnnxFilesProps) {
  const t = useTranslations("gallery.card");
  const [preset, setPreset] = useState(plain);
  const query = preset === plain ? "" : `?preset=${encodeURIComponent(preset)}`;
  const options = [
    { value: plain, label: t("onnxPlain") },
    ...presets.map(({ slug, name }) => ({ value: slug, label: name })),
  ];
  return (
    <div className="mt-5 flex flex-col gap-3">
      <h3 className="text-sm font-semibold">{t("onnxTitle")}</h3>
      <p className="max-w-[70ch] text-sm text-muted-foreground">{t("onnxHelp", { opset: onnxOpset })}</p>
      {presets.length > 0 ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span aria-hidden>{t("onnxPreset")}</span>
          <Select
            aria-label={t("onnxPreset")}
            options={options}
            value={preset}
            onValueChange={setPreset}
            className="max-w-full"
          />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {parts.map((part) => (
          <Button
            key={part}
            variant="secondary"
            size="small"
            render={<a href={`${address}/${part}.onnx${query}`} download />}
          >
            {part}.onnx
          </Button>
        ))}
      </div>
    </div>
  );
}
