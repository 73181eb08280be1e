import type { TrainingEvent, ValidationFigures } from "@diaphane/model";
import { MultiBar, type SingleBar } from "cli-progress";

/** Shows a person how a training run goes on. */
export interface TrainingReporter {
  onEvent(event: TrainingEvent): void;
  say(line: string): void;
  stop(): void;
}

type Started = Extract<TrainingEvent, { kind: "started" }>;

const secondsBetweenLines = 5;

/** A progress bar on a terminal; elsewhere a line an epoch and one every five seconds. */
export function createTrainingReporter(stream: NodeJS.WriteStream): TrainingReporter {
  return stream.isTTY ? barReporter(stream) : lineReporter(stream);
}

function barReporter(stream: NodeJS.WriteStream): TrainingReporter {
  const format = "{bar} {percentage} %  epoch {epoch}  loss {loss}  {speed} images/s  {left} left";
  const bars = new MultiBar({ stream, format, hideCursor: true, clearOnComplete: true, barsize: 24 });
  let bar: SingleBar | undefined;
  const say = (line: string) => (bar ? bars.log(`${line}\n`) : void stream.write(`${line}\n`));
  return {
    say,
    onEvent(event) {
      const line = describe(event);
      if (line) say(line);
      if (event.kind === "started") {
        bar = bars.create(event.epochs * event.stepsPerEpoch, event.resumedFromStep, {
          epoch: 1,
          loss: "…",
          speed: "…",
          left: "…",
        });
      } else if (event.kind === "step") {
        const { epoch, losses, imagesPerSecond, secondsLeft } = event;
        const values = {
          epoch,
          loss: losses.total.toFixed(1),
          speed: Math.round(imagesPerSecond),
          left: duration(secondsLeft),
        };
        bar?.update(event.step, values);
      }
    },
    stop: () => bars.stop(),
  };
}

function lineReporter(stream: NodeJS.WriteStream): TrainingReporter {
  let started: Started | undefined;
  let lastLine = Number.NEGATIVE_INFINITY;
  const say = (line: string) => void stream.write(`${line}\n`);
  return {
    say,
    onEvent(event) {
      if (event.kind === "started") started = event;
      const line = describe(event);
      if (line) say(line);
      if (event.kind !== "step" || !started) return;
      const now = performance.now() / 1000;
      if (now - lastLine < secondsBetweenLines) return;
      lastLine = now;
      const total = started.epochs * started.stepsPerEpoch;
      const speed = `${Math.round(event.imagesPerSecond)} images/s, ${duration(event.secondsLeft)} left`;
      say(`step ${event.step}/${total}  loss ${event.losses.total.toFixed(1)}  ${speed}`);
    },
    stop() {},
  };
}

function describe(event: TrainingEvent): string | undefined {
  if (event.kind === "started") {
    const { parameterCount, epochs, stepsPerEpoch, resumedFromStep, execution, executionReason } = event;
    const from = resumedFromStep > 0 ? `, resumed after step ${resumedFromStep}` : "";
    const why = executionReason ? ` (${executionReason})` : "";
    return `${parameterCount.toLocaleString("en")} parameters, ${epochs} epochs of ${stepsPerEpoch} ${execution} steps${from}${why}`;
  }
  if (event.kind === "finished" && event.keptEpoch !== undefined) {
    return `The average of epoch ${event.keptEpoch} did best on validation images and is kept.`;
  }
  if (event.kind !== "epoch") return undefined;
  const sets = (event.sets ?? []).map(({ name, ...figures }) => `\n  ${name}: ${describeFigures(figures)}`);
  return `epoch ${event.epoch}  validation: ${describeFigures(event.validation)}${sets.join("")}`;
}

function describeFigures({ auc, accuracy, loss, dice, ap50, psnr }: ValidationFigures): string {
  const figures = { AUC: auc, accuracy, loss, Dice: dice, AP50: ap50 };
  const words = Object.entries(figures).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${value.toFixed(3)}`],
  );
  return `${words.join("  ")}  PSNR ${psnr.toFixed(1)} dB`;
}

function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "…";
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
