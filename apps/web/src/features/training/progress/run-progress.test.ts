import { type StoredRunEvent, storedRunEvent } from "@diaphane/core/schemas";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyProgress, epochColumns, foldRunEvents, stepColumns } from "./run-progress.ts";

const stepsPerEpoch = 10;
const createdAt = new Date("2026-01-01T00:00:00Z");

function stepEvent(id: number, step: number): StoredRunEvent {
  const losses = { total: 100 / (step + 1), reconstruction: 60 / (step + 1), classification: 1, kl: step / 10 };
  const rates = { learningRate: 0.004, imagesPerSecond: 900, secondsLeft: 30 };
  const data = {
    epoch: Math.floor(step / stepsPerEpoch),
    losses,
    capacity: step / 8,
    klPerLatent: [step, 0.5],
    ...rates,
  };
  return { id, step, createdAt, kind: "step", data };
}

function epochEvents(id: number, step: number): StoredRunEvent[] {
  const epoch = Math.floor(step / stepsPerEpoch);
  const validation = { auc: 0.9, accuracy: 0.8, loss: 1, psnr: 20 + epoch, dice: null, ap50: null };
  return [
    { id, step, createdAt, kind: "epoch", data: { epoch, validation } },
    {
      id: id + 1,
      step,
      createdAt,
      kind: "reconstructions",
      data: { epoch, sha256: `hash-${epoch}`, count: 8 },
    },
  ];
}

function started(id: number, resumedFromStep: number): StoredRunEvent {
  const data = { engine: "native", parameterCount: 86_000, stepsPerEpoch, epochs: 400, resumedFromStep };
  return { id, step: resumedFromStep, createdAt, kind: "started", data };
}

/** A whole run of `count` steps, which dies at `deathStep` and goes on from `checkpoint`. */
function runEvents(count: number, deathStep: number, checkpoint: number): StoredRunEvent[] {
  const events: StoredRunEvent[] = [];
  const go = (from: number, to: number) => {
    events.push(started(events.length + 1, from));
    for (let step = from + 1; step <= to; step++) {
      events.push(stepEvent(events.length + 1, step));
      if (step % stepsPerEpoch === 0) events.push(...epochEvents(events.length + 1, step));
    }
  };
  if (deathStep < count) go(0, deathStep);
  go(deathStep < count ? checkpoint : 0, count);
  return events;
}

test("any split into reconnects, with any overlap, draws the same page", () => {
  const cut = fc.record({ at: fc.nat(3000), overlap: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 12 }), fc.integer({ min: 12, max: 1500 }), (cuts, deathStep) => {
      const events = runEvents(900, deathStep, Math.floor((deathStep - 1) / stepsPerEpoch) * stepsPerEpoch);
      const whole = foldRunEvents(emptyProgress, events);
      const bounds = [...cuts.sort((a, b) => a.at - b.at), { at: events.length, overlap: 0 }];
      let progress = emptyProgress;
      let from = 0;
      for (const { at, overlap } of bounds) {
        // A page that went away is handed its state as JSON when it comes back.
        progress = JSON.parse(JSON.stringify(foldRunEvents(progress, events.slice(from, at))));
        from = Math.max(0, Math.min(at, events.length) - overlap);
      }
      expect(progress).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test("a run that died and resumed shows each step once", () => {
  const resumed = foldRunEvents(emptyProgress, runEvents(60, 37, 30));
  const unbroken = foldRunEvents(emptyProgress, runEvents(60, 1000, 0));
  expect(resumed.steps.points.map((point) => point.x)).toEqual(unbroken.steps.points.map((point) => point.x));
  expect(resumed.frames).toEqual(unbroken.frames);
  expect(resumed.log.map((entry) => entry.code)).toEqual(["started", "resumed"]);
});

test("seconds count from the first start, over a resumption too", () => {
  const timed = runEvents(60, 37, 30).map((event) => ({
    ...event,
    createdAt: new Date(createdAt.getTime() + event.id * 1000),
  }));
  const { steps, epochs } = foldRunEvents(emptyProgress, timed);
  const seconds = steps.points.map(({ values }) => values[stepColumns.indexOf("seconds")]);
  expect(seconds[0]).toBe(1);
  // Each event came a second after the one before; step 31 was read again after the death, and only that counts.
  const [before, after] = [seconds[29] ?? Number.NaN, seconds[30] ?? Number.NaN];
  expect(after - before).toBe(
    timed.findLastIndex(({ step }) => step === 31) - timed.findIndex(({ step }) => step === 30),
  );
  const last = epochs.points.at(-1)?.values ?? [];
  expect(last[epochColumns.indexOf("step")]).toBe(60);
  expect(last[epochColumns.indexOf("seconds")]).toBe(
    timed.findIndex(({ kind, step }) => kind === "epoch" && step === 60),
  );
});

test("a run of 100,000 events stays small", () => {
  const progress = foldRunEvents(emptyProgress, runEvents(84_000, 1_000_000, 0));
  expect(progress.step).toBe(84_000);
  expect(progress.steps.points.length).toBeLessThanOrEqual(500);
  expect(progress.epochs.points.length).toBeLessThanOrEqual(500);
  expect(progress.frames.length).toBeLessThanOrEqual(61);
  expect(progress.frames[0]?.epoch).toBe(1);
  expect(progress.frames.at(-1)?.epoch).toBe(8400);
  expect(JSON.stringify(progress).length).toBeLessThan(200_000);
});

test("these events are what the trainer's schema allows", () => {
  for (const event of runEvents(30, 17, 10)) {
    // A hash stands in for a whole digest in these tests.
    if (event.kind !== "reconstructions") expect(storedRunEvent.safeParse(event).error).toBeUndefined();
  }
});
