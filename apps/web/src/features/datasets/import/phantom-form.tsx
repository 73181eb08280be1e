"use client";

import { Button, Card, Checkbox, Field, Input, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import {
  maxPhantomImages,
  maxSeed,
  minPhantomImages,
  type PhantomChoices,
  phantomOptions,
  phantomSizes,
  readCount,
  type tagBiases,
} from "./phantom-choices.ts";

export interface PhantomFormProps {
  isBusy: boolean;
  problem: ReactNode;
  onSubmit(name: string, choices: PhantomChoices): void;
}

/** Asks for synthetic images: how many, how large, which seed, and with which planted bias. */
export function PhantomForm({ isBusy, problem, onSubmit }: PhantomFormProps) {
  const t = useTranslations("datasets");
  const [name, setName] = useState(t("phantom.defaultName"));
  const [count, setCount] = useState("1000");
  const [size, setSize] = useState<`${(typeof phantomSizes)[number]}`>("64");
  const [seed, setSeed] = useState("1");
  const [tagBias, setTagBias] = useState<keyof typeof tagBiases>("tagBias0");
  const [pairs, setPairs] = useState(false);
  const [tried, setTried] = useState(false);
  const range = { min: minPhantomImages, max: maxPhantomImages };
  const wantedCount = readCount(count, minPhantomImages, maxPhantomImages);
  const wantedSeed = readCount(seed, 0, maxSeed);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || wantedCount === null || wantedSeed === null) return;
    onSubmit(name.trim(), {
      count: wantedCount,
      size: phantomSizes.find((edge) => `${edge}` === size) ?? 64,
      seed: wantedSeed,
      options: phantomOptions(tagBias, pairs),
    });
  }

  return (
    <Card>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <p className="max-w-prose text-sm text-muted-foreground">{t("phantom.intro")}</p>
        <Field
          label={t("import.name")}
          help={t("import.nameHelp")}
          error={tried && !name.trim() ? t("import.nameRequired") : null}
        >
          {(control) => (
            <Input {...control} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <div className="grid gap-5 sm:grid-cols-3">
          <Field
            label={t("phantom.count")}
            help={t("phantom.countHelp", range)}
            error={tried && wantedCount === null ? t("phantom.countRange", range) : null}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={count}
                onChange={(event) => setCount(event.target.value)}
              />
            )}
          </Field>
          <Field label={t("phantom.size")} help={t("phantom.sizeHelp")}>
            {(control) => (
              <Select
                {...control}
                value={size}
                onValueChange={setSize}
                options={phantomSizes.map((edge) => ({
                  value: `${edge}` as const,
                  label: t("phantom.pixels", { size: edge }),
                }))}
              />
            )}
          </Field>
          <Field
            label={t("phantom.seed")}
            help={t("phantom.seedHelp")}
            error={tried && wantedSeed === null ? t("phantom.seedRange") : null}
          >
            {(control) => (
              <Input {...control} inputMode="numeric" value={seed} onChange={(event) => setSeed(event.target.value)} />
            )}
          </Field>
        </div>
        <Field label={t("phantom.tagBias")} help={t("phantom.tagBiasHelp")}>
          {(control) => (
            <Select
              {...control}
              value={tagBias}
              disabled={pairs}
              onValueChange={setTagBias}
              options={(["tagBias0", "tagBias05", "tagBias09"] as const).map((value) => ({
                value,
                label: t(`phantom.${value}`),
              }))}
            />
          )}
        </Field>
        <Checkbox label={t("phantom.pairs")} help={t("phantom.pairsHelp")} checked={pairs} onCheckedChange={setPairs} />
        {problem}
        <Button type="submit" isBusy={isBusy} className="self-start">
          {t("phantom.start")}
        </Button>
      </form>
    </Card>
  );
}
