import { useTranslations } from "next-intl";

const names = ["modelHash", "dataHash", "reportHash", "presetHash"] as const;

export type Hashes = Record<(typeof names)[number], string | null>;

/** What exactly is meant, to the last bit. */
export function HashList({ hashes }: { hashes: Hashes }) {
  const t = useTranslations("reviews.hashes");
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-sm">
      {names.map((name) =>
        hashes[name] ? (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{t(name)}</dt>
            <dd className="font-mono text-xs leading-5 break-all">{hashes[name]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
