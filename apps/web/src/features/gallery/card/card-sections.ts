import type { CardFacts } from "./card-facts.ts";
import { type CardSection, measured, type SectionId, said } from "./card-section.ts";
import type { CardWords } from "./card-words.ts";
import { evaluationData, trainingData } from "./data-entries.ts";
import { quantitative } from "./quantitative-entries.ts";

/** The sections of a model card, in their order. */
export function cardSections(facts: CardFacts, words: CardWords): CardSection[] {
  const entries = {
    details: details(facts, words),
    intendedUse: intendedUse(facts, words),
    factors: factors(facts, words),
    metrics: metricEntries(facts, words),
    evaluationData: evaluationData(facts, words),
    trainingData: trainingData(facts, words),
    quantitative: quantitative(facts, words),
    ethics: ethics(facts, words),
    caveats: caveats(facts, words),
  } satisfies Record<SectionId, CardSection["entries"]>;
  const section = (id: SectionId): CardSection => ({ id, title: words.t(`sections.${id}`), entries: entries[id] });
  return [
    ...[section("details"), section("intendedUse"), section("factors"), section("metrics")],
    ...[section("evaluationData"), section("trainingData"), section("quantitative")],
    ...[section("ethics"), section("caveats")],
  ];
}

function details({ model, version, config }: CardFacts, { t, ...words }: CardWords) {
  const { size, number, releasedAt, parameterCount, multiplyAdds, bundleSizeBytes, weightsSha256 } = version;
  const architecture = config && {
    ...{ size, inputSize: config.model.inputSize, channels: config.model.channels },
    latentDim: config.model.latentDim,
  };
  return [
    said(t("names.developer"), model.groupName),
    said(t("names.version"), String(number)),
    said(t("names.released"), releasedAt ? words.date(releasedAt) : null),
    said(t("names.kind"), version.datasetVersion.classes.length > 1 ? t("values.kind") : t("values.kindPlain")),
    said(t("names.architecture"), architecture ? t("values.architecture", architecture) : null),
    said(
      t("names.training"),
      config ? t("values.training", { epochs: config.epochs, batchSize: config.batchSize }) : null,
    ),
    measured(t("names.parameters"), words.count(parameterCount)),
    measured(t("names.multiplyAdds"), words.compact(multiplyAdds)),
    measured(t("names.bytes"), words.bytes(bundleSizeBytes)),
    said(t("names.weights"), weightsSha256),
    said(t("names.licence"), null),
  ];
}

function intendedUse({ audit, model }: CardFacts, { t }: CardWords) {
  return [
    said(t("names.use"), t("values.use")),
    said(t("names.authors"), audit?.note || model.description || null),
    said(t("names.outOfScope"), t("values.outOfScope")),
  ];
}

function factors({ version, audit }: CardFacts, { t }: CardWords) {
  const { summary } = version.datasetVersion;
  const known = summary?.attributes ?? null;
  return [
    said(t("names.attributes"), known && known.length === 0 ? t("values.none") : (known?.join(", ") ?? null)),
    measured(t("names.auditedAttributes"), audit && audit.attributes.length > 0 ? audit.attributes.join(", ") : null),
  ];
}

function metricEntries({ metrics, version }: CardFacts, { t, ...words }: CardWords) {
  const test = metrics?.test ?? null;
  const threshold = test?.atThreshold?.threshold ?? null;
  const decision = threshold === null ? t("values.mostProbable") : words.estimate({ value: threshold, interval: null });
  return [
    measured(t("names.measures"), test ? t("values.measures") : null),
    measured(t("names.intervals"), test ? t("values.intervals") : null),
    measured(t("names.threshold"), test && version.datasetVersion.classes.length > 1 ? decision : null),
  ];
}

function ethics({ version }: CardFacts, { t }: CardWords) {
  const { isSynthetic } = version.datasetVersion.dataset;
  return [
    said(t("names.people"), isSynthetic ? t("values.synthetic") : null),
    said(t("names.approval"), isSynthetic ? t("values.synthetic") : null),
  ];
}

function caveats({ version, audit }: CardFacts, { t, ...words }: CardWords) {
  const { dataset, summary } = version.datasetVersion;
  const approval = audit && { name: audit.reviewerName, date: words.date(audit.signedAt), reasons: audit.reasons };
  return [
    said(t("names.audit"), approval ? t("values.audited", approval) : t("values.unaudited")),
    ...(dataset.isSynthetic ? [said(t("names.synthetic"), t("values.syntheticAdvice"))] : []),
    ...(summary && summary.subjectsInSeveralSplits > 0 ? [said(t("names.overlapCaveat"), t("values.overlapBad"))] : []),
    said(t("names.advice"), t("values.advice")),
  ];
}
