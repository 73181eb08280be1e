import { auditModel } from "../../packages/model/src/bias/audit-model.ts";
import type { AuditRequest } from "../../packages/model/src/bias/audit-request.ts";
import { encodingOf } from "../../packages/model/src/bias/encoding.ts";
import type { Model } from "../../packages/model/src/bundle/load-model.ts";
import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import { defaultTrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { today } from "../report/machine.ts";
import { trainHere } from "../report/train-here.ts";
import { decisions } from "./decisions.ts";
import { type PlantedSets, tagName } from "./planted-sets.ts";
import type { DecisionFigures, PlantedResult, PlantedTask } from "./summary.ts";
import { configOf, trainingNamed } from "./trainings.ts";

/** Trains once, and measures all that can be decided with that network. */
export async function measureTraining(sets: PlantedSets, task: PlantedTask): Promise<PlantedResult> {
  const { seed, epochs } = task;
  const training = trainingNamed(task.training);
  const train = training.isClean ? sets.cleanTrain : sets.train;
  const validation = sets.audits.get("biased");
  if (!validation) throw new Error("There are no biased audit images to validate on.");
  const { classes, count } = train;
  const defaults = defaultTrainingConfig({ size: "nano", channels: 1, classes, count });
  const config = { ...configOf(training, defaults), epochs };
  const { model, cpuSeconds, engine } = await trainHere({ train, validation }, config, seed);
  try {
    return { figures: await figuresOf(model, sets, task), cpuSeconds, engine, date: today() };
  } finally {
    model.dispose();
  }
}

async function figuresOf(model: Model, sets: PlantedSets, { seed, training }: PlantedTask): Promise<DecisionFigures[]> {
  const tests = new Map<string, AuditRequest>();
  for (const [name, set] of sets.tests) tests.set(name, await encoded(model, set));
  const plain = [...tests].map(([test, request]) => ({ decision: training, audit: null, test, ...measured(request) }));
  if (training !== "as it is") return plain;
  const found: DecisionFigures[] = [...plain];
  for (const [audit, set] of sets.audits) {
    const learnedFrom = await encoded(model, set);
    for (const { name: decision, learn } of decisions) {
      const start = performance.now();
      const apply = learn(learnedFrom, seed);
      const seconds = (performance.now() - start) / 1000;
      for (const [test, request] of tests) found.push({ decision, audit, test, seconds, ...measured(apply(request)) });
    }
  }
  return found;
}

async function encoded(model: Model, set: ImageSet): Promise<AuditRequest> {
  const { mu } = await model.encode(set);
  const tags = set.attributes?.get(tagName);
  if (!tags) throw new Error("Which images have the tag is not known.");
  return {
    ...{
      modelHash: model.manifest.weights.sha256,
      classes: set.classes,
      head: model.head,
      codes: mu,
      labels: set.labels,
    },
    attributes: [{ name: tagName, values: ["no", "yes"], of: Int32Array.from(tags) }],
  };
}

function measured(request: AuditRequest): Pick<DecisionFigures, "worst" | "auc" | "linear" | "nonLinear"> {
  const without = ["intersections", "use", "slices"] as const;
  const { overall, performance: byTag } = auditModel(request, { seed: 1, draws: 2, permutations: 0, without });
  const [tag] = request.attributes;
  const { latentDim } = request.head;
  const coded = { latentDim, codes: request.codes, subjects: undefined };
  const encoding = tag && latentDim > 1 ? encodingOf(coded, tag, { seed: 1, draws: 2, fewest: 10 }) : null;
  return {
    worst: byTag[0]?.worstCell?.accuracy.value ?? Number.NaN,
    auc: overall.auroc?.value ?? Number.NaN,
    ...(encoding ? { linear: encoding.linear.value, nonLinear: encoding.nonLinear.value } : {}),
  };
}
