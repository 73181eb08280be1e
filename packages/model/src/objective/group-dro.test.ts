import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { noSharedLosses, objectiveBatch } from "../testing/objective-batch.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import gold from "./fixtures/semi-supervised.json" with { type: "json" };
import { groupDroLoss } from "./group-dro.ts";
import type { TermSettings } from "./term.ts";
import { classification, nextGroupShares } from "./terms/classification.ts";

useEngine("wasm");

const { stepSize, labels, groups, labelWeights, steps } = gold.groupDro;
const term: TermSettings<"classification"> = {
  ...{ kind: "classification", weight: 1, labelSmoothing: 0, classWeights: "none" },
  ...{ groupBy: "site", groupDro: { stepSize } },
};

/** The fixture's batch; in its second step no row is of group 1. */
function batchAt(step: number, shares: number[], logits: tf.Tensor2D = tf.tensor2d(gold.student)) {
  const membership = groups.map((group, row) =>
    [0, 1, 2].map((g) => Number(g === group && (labelWeights[row] ?? 0) > 0 && !(step === 1 && g === 1))),
  );
  return objectiveBatch({
    ...{ logits, targets: tf.tensor2d(labels.map((label) => [0, 1, 2].map((k) => Number(k === label)))) },
    labelWeights: tf.tensor1d(labelWeights),
    groups: { membership: tf.tensor2d(membership), shares: tf.tensor1d(shares) },
  });
}

describe("GroupDRO", () => {
  it("moves the weights of groups, and weighs their losses, as the reference over three steps", async () => {
    await expectNoLeak(() =>
      tf.tidy(() => {
        let shares = [1 / 3, 1 / 3, 1 / 3];
        steps.forEach((expected, step) => {
          const batch = batchAt(step, shares);
          expect(classification.value(term, batch, noSharedLosses()).dataSync()[0]).toBeCloseTo(expected.loss, 5);
          shares = [...(nextGroupShares(term, batch)?.dataSync() ?? [])];
          shares.forEach((share, group) => {
            expect(share).toBeCloseTo(expected.shares[group] ?? Number.NaN, 5);
          });
        });
      }),
    );
  });

  it("has no gradient through the weights of the groups", () => {
    tf.tidy(() => {
      const perRow = tf.tensor1d([2, 1]);
      const membership = tf.tensor2d([1, 0, 0, 1], [2, 2]);
      const loss = (x: tf.Tensor): tf.Scalar =>
        groupDroLoss(1, { membership, shares: tf.tensor1d([0.5, 0.5]) }, tf.reshape(x, [2]), tf.ones([2])).loss;
      const { shares } = groupDroLoss(1, { membership, shares: tf.tensor1d([0.5, 0.5]) }, perRow, tf.ones([2]));
      const gradient = tf.grad(loss)(perRow).dataSync();
      // Of Σ q·ℓ with q held: q itself.
      shares.dataSync().forEach((share, group) => {
        expect(gradient[group]).toBeCloseTo(share, 6);
      });
    });
  });

  it("without groups is an error; without GroupDRO there are no weights to move", () => {
    tf.tidy(() => {
      expect(() => classification.value(term, objectiveBatch({}), noSharedLosses())).toThrow("needs the groups");
      const { groupDro: _groupDro, ...plain } = term;
      expect(nextGroupShares(plain, objectiveBatch({}))).toBeNull();
    });
  });
});
