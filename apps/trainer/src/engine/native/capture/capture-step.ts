import type { NamedTensors, PureStep, StepRunner } from "@diaphane/model";
import type { Tensor } from "@tensorflow/tfjs-core";
import type { NativeBackend } from "../native-backend.ts";
import { assembleGraph, endpoints } from "./assemble-graph.ts";
import { openGraphSession } from "./graph-session.ts";
import { recordStep } from "./record-step.ts";

/**
 * Records a step once, with its gradients, as a TensorFlow graph whose variables hold the state. Each step is then one call, which
 * TensorFlow's own rewriter has optimised: what an eager operation costs around its arithmetic (about 15 µs) is gone.
 * @throws {CaptureRefused} for a step that is no pure function of tensors
 */
export function captureStep(
  backend: NativeBackend,
  step: PureStep,
  initial: NamedTensors,
  example: NamedTensors,
): StepRunner {
  const graph = recordStep(backend, step, initial, example);
  const session = openGraphSession(backend, assembleGraph(graph));
  const stateNames = Object.keys(graph.state);
  const inputNames = Object.keys(graph.inputs);
  const outputNames = Object.keys(graph.outputs);
  const write = (state: NamedTensors): void => {
    const set = stateNames.map((name) => [endpoints.initial(name), given(state, name)] as const);
    for (const done of session.run(set, [endpoints.initialised])) done.dispose();
  };
  write(initial);
  return {
    execution: "compiled",
    step(inputs) {
      const fed = inputNames.map((name) => {
        const tensor = given(inputs, name);
        checkShape(name, tensor, graph.inputs[name]?.shape ?? []);
        return [endpoints.input(name), tensor] as const;
      });
      const [stepped, ...outputs] = session.run(fed, [endpoints.stepped, ...outputNames.map(endpoints.output)]);
      stepped?.dispose();
      return named(outputNames, outputs);
    },
    write,
    read: () => named(stateNames, session.run([], stateNames.map(endpoints.state))),
    dispose: session.dispose,
  };
}

function given(tensors: NamedTensors, name: string): Tensor {
  const tensor = tensors[name];
  if (tensor === undefined) throw new Error(`The captured step needs ${name}, which is not among what it was given.`);
  return tensor;
}

/** TensorFlow itself would take another batch size without a word, wherever no shape is fixed. */
function checkShape(name: string, tensor: Tensor, shape: readonly number[]): void {
  if (tensor.shape.join() === shape.join()) return;
  throw new Error(`The step was captured with ${name} of shape [${shape}] and is given [${tensor.shape}].`);
}

function named(names: readonly string[], tensors: readonly Tensor[]): NamedTensors {
  const entries = names.map((name, index) => {
    const tensor = tensors[index];
    if (tensor === undefined) throw new Error(`TensorFlow gave no tensor for ${name}.`);
    return [name, tensor] as const;
  });
  return Object.fromEntries(entries);
}
