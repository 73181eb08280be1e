/** The run was stopped by its abort signal. */
export class TrainingCancelled extends Error {
  override name = "TrainingCancelled";
  readonly step: number;

  constructor(step: number) {
    super(`Training was cancelled after ${step} steps.`);
    this.step = step;
  }
}

/** A loss is no longer a number, so the weights are lost. */
export class TrainingDiverged extends Error {
  override name = "TrainingDiverged";
  readonly step: number;

  constructor(step: number, losses: Record<string, number>) {
    const broken = Object.entries(losses).filter(([, value]) => !Number.isFinite(value));
    const named = broken.map(([name, value]) => `${name} is ${value}`).join(", ");
    super(`Training diverged by step ${step}: ${named}. Lower the learning rate or the clipping norm and start again.`);
    this.step = step;
  }
}

/** A checkpoint that does not belong to this run. */
export class CheckpointMismatch extends Error {
  override name = "CheckpointMismatch";
}
