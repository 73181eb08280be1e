import * as tf from "@tensorflow/tfjs-core";

export type NamedTensors = { [name: string]: tf.Tensor };

/** A function of tensors alone: nothing read on the host, nothing drawn, no variable made, the same shapes at every call. */
export type PureStep<
  State extends NamedTensors = NamedTensors,
  Inputs extends NamedTensors = NamedTensors,
  Outputs extends NamedTensors = NamedTensors,
> = (state: State, inputs: Inputs) => { state: State; outputs: Outputs };

/** Runs a pure step again and again, holding its state between the calls. */
export interface StepRunner<
  State extends NamedTensors = NamedTensors,
  Inputs extends NamedTensors = NamedTensors,
  Outputs extends NamedTensors = NamedTensors,
> {
  /** `compiled` by the engine into one call a step, or `eager`: operation by operation. */
  execution: "compiled" | "eager";
  /** Why an engine that compiles did not compile this step. */
  reason?: string;
  /** The caller disposes of inputs and outputs. */
  step(inputs: Inputs): Outputs;
  /** The state as it is; the caller disposes of it. */
  read(): State;
  /** Goes on from another state of the same shapes, which stays the caller's. */
  write(state: State): void;
  dispose(): void;
}

/**
 * What an engine offers that runs a step compiled. Takes nothing over: state and example stay the caller's.
 * @param example inputs of the shapes that every call will have; their values do not matter
 * @throws {NotCompiled} for a step that it can only run eagerly
 */
export type StepCompiler = (step: PureStep, initial: NamedTensors, example: NamedTensors) => StepRunner;

/** An engine that compiles steps could not compile this one; it still runs eagerly. */
export class NotCompiled extends Error {
  override readonly name = "NotCompiled";
}

const compilers = new Map<string, StepCompiler>();

/** From now on steps on the tfjs backend of this name are compiled. */
export function offerStepCompiler(backendName: string, compiler: StepCompiler): void {
  compilers.set(backendName, compiler);
}

/** Steps on the backend of this name run eagerly again. */
export function withdrawStepCompiler(backendName: string): void {
  compilers.delete(backendName);
}

/** Runs `step` from `initial` on the backend in use: compiled where the engine offers it, else eagerly. See `StepCompiler` for who owns what. */
export function createStepRunner<State extends NamedTensors, Inputs extends NamedTensors, Outputs extends NamedTensors>(
  step: PureStep<State, Inputs, Outputs>,
  initial: State,
  example: Inputs,
): StepRunner<State, Inputs, Outputs> {
  // A compiler hands the step tensors under the very names that it was given, which is all that the types below say.
  const { runner, reason } = compileStep(step as unknown as PureStep, initial, example);
  if (runner) return runner as unknown as StepRunner<State, Inputs, Outputs>;
  return { ...createEagerRunner(step, initial), ...(reason === undefined ? {} : { reason }) };
}

/** Without a runner where the engine in use compiles nothing, or, with the reason, not this step. */
export interface CompiledStep {
  runner?: StepRunner;
  reason?: string;
}

/** As `createStepRunner`, without falling back to eager steps. */
export function compileStep(step: PureStep, initial: NamedTensors, example: NamedTensors): CompiledStep {
  const compile = compilers.get(tf.getBackend());
  if (compile === undefined) return {};
  try {
    return { runner: compile(step, initial, example) };
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    return { reason: error.message };
  }
}

/** The reference: every operation by itself. */
export function createEagerRunner<
  State extends NamedTensors,
  Inputs extends NamedTensors,
  Outputs extends NamedTensors,
>(step: PureStep<State, Inputs, Outputs>, initial: State): StepRunner<State, Inputs, Outputs> {
  // Kept, so that a `tidy` around a step does not take the state away.
  let state = keep(copyOf(initial));
  return {
    execution: "eager",
    step(inputs) {
      const next = tf.tidy(() => step(state, inputs));
      tf.dispose(state);
      state = keep(next.state);
      return next.outputs;
    },
    read: () => copyOf(state),
    write(next) {
      tf.dispose(state);
      state = keep(copyOf(next));
    },
    dispose: () => tf.dispose(state),
  };
}

/** Tensors of their own over the same data. */
function copyOf<T extends NamedTensors>(tensors: T): T {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, tf.clone(tensor)])) as T;
}

function keep<T extends NamedTensors>(tensors: T): T {
  for (const tensor of Object.values(tensors)) tf.keep(tensor);
  return tensors;
}
