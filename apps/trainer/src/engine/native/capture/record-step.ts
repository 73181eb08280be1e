import type { NamedTensors, PureStep } from "@diaphane/model";
import { engine, type Tensor, zeros } from "@tensorflow/tfjs-core";
import type { NativeBackend } from "../native-backend.ts";
import { endpoints, type StepGraph, type TensorType } from "./assemble-graph.ts";
import { CaptureRefused } from "./capture-refused.ts";
import type { Endpoint } from "./graph-node.ts";
import { OperationRecorder } from "./operation-recorder.ts";

/**
 * What a step does to its state and inputs, as a graph. The step runs once, on zeros of the shapes of `initial` and `example`: what
 * it does must not depend on values.
 * @throws {CaptureRefused} when the step reads a value, uses a tensor from elsewhere, or makes a variable
 */
export function recordStep(
  backend: NativeBackend,
  step: PureStep,
  initial: NamedTensors,
  example: NamedTensors,
): StepGraph {
  // By hand, as `tidy` takes results made of tensors only.
  engine().startScope("capture");
  try {
    const recorder = new OperationRecorder(backend);
    const state = standIns(recorder, initial, endpoints.state);
    const inputs = standIns(recorder, example, endpoints.input);
    const variables = countVariables();
    return recorder.during(() => {
      const result = step(state, inputs);
      if (countVariables() > variables)
        throw new CaptureRefused("it makes a variable", "Pass it in and out as a part of the state.");
      return {
        state: mapTensors(initial, (tensor) => typeOf(backend, tensor)),
        inputs: mapTensors(example, (tensor) => typeOf(backend, tensor)),
        nextState: mapTensors(result.state, (tensor) => recorder.endpointOf(tensor)),
        outputs: mapTensors(result.outputs, (tensor) => ({
          from: recorder.endpointOf(tensor),
          dtype: typeOf(backend, tensor).dtype,
        })),
        nodes: recorder.nodes,
      };
    });
  } finally {
    engine().endScope();
  }
}

/** Tensors to run the step on, each with data of its own, so that no two of them can be taken for one another. */
function standIns(
  recorder: OperationRecorder,
  tensors: NamedTensors,
  endpointOf: (name: string) => Endpoint,
): NamedTensors {
  return mapTensors(tensors, (tensor, name) => {
    const standIn = zeros(tensor.shape, tensor.dtype);
    recorder.declare(standIn, endpointOf(name));
    return standIn;
  });
}

function typeOf(backend: NativeBackend, { dtype, shape }: Tensor): TensorType {
  return { dtype: backend.getDTypeInteger(dtype), shape };
}

function countVariables(): number {
  return Object.keys(engine().registeredVariables).length;
}

function mapTensors<T>(tensors: NamedTensors, map: (tensor: Tensor, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, map(tensor, name)]));
}
