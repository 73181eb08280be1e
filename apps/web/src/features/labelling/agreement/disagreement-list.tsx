"use client";

import { Button, Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DisagreementCard, type DisagreementCardProps } from "./disagreement-card.tsx";

export interface DisagreementListProps extends Omit<DisagreementCardProps, "image"> {
  images: readonly DisagreementCardProps["image"][];
  /** Images that several people have labelled. */
  count: number;
}

const perPage = 12;

/** The images that people differ on, those that wait for a decision first. */
export function DisagreementList({ images, count, ...rest }: DisagreementListProps) {
  const t = useTranslations("labelling.agreement");
  const [shown, setShown] = useState(perPage);
  const open = images.filter(({ consensus }) => consensus === null);
  const decided = images.filter(({ consensus }) => consensus !== null);
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader
        title={t("differ", { differing: images.length, count })}
        description={images.length > 0 ? t("differOpen", { open: open.length }) : t("differNone")}
      />
      <ul className="grid gap-4 md:grid-cols-2">
        {[...open, ...decided].slice(0, shown).map((image) => (
          <DisagreementCard key={image.sampleIndex} image={image} {...rest} />
        ))}
      </ul>
      {images.length > shown ? (
        <Button variant="secondary" className="self-center" onClick={() => setShown(shown + perPage)}>
          {t("more")}
        </Button>
      ) : null}
    </Card>
  );
}
