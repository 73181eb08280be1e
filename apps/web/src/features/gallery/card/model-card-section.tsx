import { Button, Card, CardHeader } from "@diaphane/ui";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { CardFacts } from "./card-facts.ts";
import type { CardSection } from "./card-section.ts";
import { cardSections } from "./card-sections.ts";
import { cardWords } from "./card-words.ts";
import { ChecklistTable } from "./checklist-table.tsx";
import { claimRows, tripodRows } from "./checklists.ts";

/** The model card on the model's page: what is known, and what nobody measured or said. */
export async function ModelCardSection({ facts }: { facts: CardFacts }) {
  const [t, format, locale] = await Promise.all([getTranslations("card"), getFormatter(), getLocale()]);
  const sections = cardSections(facts, cardWords(t, format, locale));
  const titleOf = (id: string | null) => sections.find((section) => section.id === id)?.title ?? null;
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("lead")}
        action={
          <Button
            variant="secondary"
            size="small"
            render={<a href={`/api/public/models/${facts.model.slug}/card`} download />}
          >
            {t("download")}
          </Button>
        }
      />
      <div className="flex flex-col gap-6">
        {sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
        <details className="text-sm">
          <summary className="w-fit cursor-pointer rounded-sm font-medium">{t("checklists.title")}</summary>
          <p className="mt-2 max-w-[70ch] text-muted-foreground">{t("checklists.lead")}</p>
          <div className="mt-4 grid gap-6 lg:grid-cols-2">
            <ChecklistTable
              name={t("checklists.tripod")}
              rows={tripodRows(facts).map(({ number, item, answer }) => ({
                ...{ number, name: t(`checklists.tripodItems.${item}`), where: titleOf(answer) },
              }))}
            />
            <ChecklistTable
              name={t("checklists.claim")}
              rows={claimRows(facts).map(({ number, item, answer }) => ({
                ...{ number, name: t(`checklists.claimItems.${item}`), where: titleOf(answer) },
              }))}
            />
          </div>
        </details>
      </div>
    </Card>
  );
}

async function Section({ section: { id, title, entries } }: { section: CardSection }) {
  const t = await getTranslations("card");
  return (
    <section aria-labelledby={`card-${id}`}>
      <h3 id={`card-${id}`} className="mb-2 text-sm font-semibold">
        {title}
      </h3>
      <dl className="tabular grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-[14rem_1fr]">
        {entries.map(({ name, value, absent }) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="mb-1 min-w-0 break-words whitespace-pre-line sm:mb-0">
              {value ?? <em className="text-muted-foreground">{t(absent)}</em>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
