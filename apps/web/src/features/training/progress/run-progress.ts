import type { StoredRunEvent } from "@diaphane/core/schemas";
import { appendReading, emptySeries, type Series, truncateSeries } from "./series.ts";

/** Readings of one step, in the order the curves keep them. */
export const stepReadings = [
  "total",
  "reconstruction",
  "classification",
  "kl",
  "capacity",
  "learningRate",
  "imagesPerSecond",
] as const;
export type StepReading = (typeof stepReadings)[number];

export const epochReadings = ["auc", "accuracy", "loss", "psnr", "dice", "ap50"] as const;
export type EpochReading = (typeof epochReadings)[number];

/** What the curves keep of each point: after its readings the time, and of an epoch the step at which it ended. */
export const stepColumns = [...stepReadings, "seconds"] as const;
export const epochColumns = [...epochReadings, "step", "seconds"] as const;

/** What the scrubber stops at: how the model looked at the end of one epoch. */
export interface EpochFrame {
  readonly epoch: number;
  readonly step: number;
  /** Nats of each latent, in latent order. */
  readonly klPerLatent: readonly number[];
  readonly validation: Readonly<Record<EpochReading, number | null>> | null;
  readonly reconstructions: { readonly sha256: string; readonly count: number } | null;
}

export interface LogEntry {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  readonly level: "info" | "warning" | "error";
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything the run page draws, bounded in size; a pure fold over the run's events. */
export interface RunProgress {
  /** Id of the last event taken in: where a reconnecting page goes on. */
  readonly lastEventId: number;
  /** ISO 8601: when its first step was begun; `seconds` in the curves count from here, pauses included. */
  readonly startedAt: string | null;
  readonly engine: string | null;
  readonly parameterCount: number | null;
  readonly totalSteps: number | null;
  readonly totalEpochs: number | null;
  readonly step: number;
  readonly epoch: number;
  readonly steps: Series;
  readonly epochs: Series;
  readonly klPerLatent: readonly number[];
  readonly frames: readonly EpochFrame[];
  /** Every how many epochs a frame is kept, so that a long run keeps a bounded number. */
  readonly frameStride: number;
  readonly imagesPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly log: readonly LogEntry[];
  /** Figures of each of several data sets that are learned at once, after the newest epoch; empty for one. */
  readonly sets: readonly SetFigures[];
}

export interface SetFigures {
  readonly name: string;
  readonly auc: number | null;
  readonly accuracy: number | null;
  readonly psnr: number | null;
}

export const emptyProgress: RunProgress = {
  lastEventId: 0,
  startedAt: null,
  engine: null,
  parameterCount: null,
  totalSteps: null,
  totalEpochs: null,
  step: 0,
  epoch: 0,
  steps: emptySeries,
  epochs: emptySeries,
  klPerLatent: [],
  frames: [],
  frameStride: 1,
  imagesPerSecond: null,
  secondsLeft: null,
  log: [],
  sets: [],
};

const frameCapacity = 60;
const logCapacity = 200;

/** Takes events in by ascending id; those already taken in change nothing, so an overlap after a reconnect is harmless. */
export function foldRunEvents(progress: RunProgress, events: readonly StoredRunEvent[]): RunProgress {
  return events.reduce(foldRunEvent, progress);
}

function foldRunEvent(progress: RunProgress, event: StoredRunEvent): RunProgress {
  if (event.id <= progress.lastEventId) return progress;
  return { ...applyEvent(progress, event), lastEventId: event.id };
}

function applyEvent(progress: RunProgress, event: StoredRunEvent): RunProgress {
  switch (event.kind) {
    case "started":
      return applyStarted(progress, event);
    case "step":
      return applyStep(progress, event);
    case "epoch": {
      const { validation, epoch, sets = [] } = event.data;
      const reading = [...epochReadings.map((name) => validation[name]), event.step, secondsAt(progress, event)];
      const framed = patchFrame(progress, epoch, event.step, { validation });
      return { ...framed, epoch, sets, epochs: appendReading(progress.epochs, epoch, reading) };
    }
    case "reconstructions": {
      const { epoch, sha256, count } = event.data;
      return patchFrame(progress, epoch, event.step, { reconstructions: { sha256, count } });
    }
    case "log":
      return addLog(progress, event, event.data.level, event.data.code, event.data.values);
    case "failed":
      return addLog({ ...progress, secondsLeft: null }, event, "error", event.data.code, {});
    case "cancelled":
    case "finished":
      return addLog({ ...progress, secondsLeft: null }, event, "info", event.kind, {});
    default:
      // A newer trainer may write kinds this page doesn't know; they must not break what it does know.
      return progress;
  }
}

function applyStarted(progress: RunProgress, event: Extract<StoredRunEvent, { kind: "started" }>): RunProgress {
  const { engine, parameterCount, stepsPerEpoch, epochs, resumedFromStep } = event.data;
  const known = { engine, parameterCount, totalSteps: stepsPerEpoch * epochs, totalEpochs: epochs };
  if (resumedFromStep === null || resumedFromStep === 0) {
    const fresh = { ...emptyProgress, ...known, startedAt: event.createdAt.toISOString(), log: progress.log };
    return addLog(fresh, event, "info", "started", { engine });
  }
  // The steps after the checkpoint are about to be repeated: drop what was drawn of them.
  const epoch = Math.floor(resumedFromStep / stepsPerEpoch);
  const rewound = {
    ...progress,
    ...known,
    step: resumedFromStep,
    epoch,
    steps: truncateSeries(progress.steps, resumedFromStep),
    epochs: truncateSeries(progress.epochs, epoch),
    frames: progress.frames.filter((frame) => frame.step <= resumedFromStep),
  };
  return addLog(rewound, event, "info", "resumed", { engine, step: resumedFromStep });
}

function applyStep(progress: RunProgress, event: Extract<StoredRunEvent, { kind: "step" }>): RunProgress {
  const { losses, capacity, klPerLatent, learningRate, imagesPerSecond, secondsLeft, epoch } = event.data;
  const named: Record<StepReading, number | null> = { ...losses, capacity, learningRate, imagesPerSecond };
  const readings = [...stepReadings.map((name) => named[name]), secondsAt(progress, event)];
  return {
    ...progress,
    step: event.step,
    epoch,
    steps: appendReading(progress.steps, event.step, readings),
    klPerLatent,
    imagesPerSecond,
    secondsLeft,
  };
}

function secondsAt({ startedAt }: RunProgress, event: StoredRunEvent): number | null {
  return startedAt === null ? null : (event.createdAt.getTime() - Date.parse(startedAt)) / 1000;
}

function patchFrame(progress: RunProgress, epoch: number, step: number, patch: Partial<EpochFrame>): RunProgress {
  const last = progress.frames.at(-1);
  if (last?.epoch === epoch) {
    return { ...progress, frames: [...progress.frames.slice(0, -1), { ...last, ...patch }] };
  }
  const blank = { epoch, step, klPerLatent: progress.klPerLatent, validation: null, reconstructions: null };
  const frames = [...thinFrames(progress.frames, progress.frameStride), { ...blank, ...patch }];
  if (frames.length <= frameCapacity) return { ...progress, frames };
  const frameStride = progress.frameStride * 2;
  const newest = frames.slice(-1);
  return { ...progress, frameStride, frames: [...thinFrames(frames.slice(0, -1), frameStride), ...newest] };
}

/** The first frame shows where the run began, so it stays; the newest is added by the caller whatever its epoch. */
function thinFrames(frames: readonly EpochFrame[], stride: number): readonly EpochFrame[] {
  return frames.filter((frame, index) => index === 0 || frame.epoch % stride === 0);
}

function addLog(
  progress: RunProgress,
  event: StoredRunEvent,
  level: LogEntry["level"],
  code: string,
  values: LogEntry["values"],
): RunProgress {
  const entry: LogEntry = { id: event.id, at: event.createdAt.toISOString(), level, code, values };
  return { ...progress, log: [...progress.log, entry].slice(-logCapacity) };
}
