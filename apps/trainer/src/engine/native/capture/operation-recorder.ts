import type { Tensor } from "@tensorflow/tfjs-core";
import type { NativeBackend, NativeBinding, OperationAttribute } from "../native-backend.ts";
import { attributeValue } from "./attribute-value.ts";
import { CaptureRefused } from "./capture-refused.ts";
import { constantNode, type Endpoint, type GraphNode } from "./graph-node.ts";

/**
 * Writes down every TensorFlow operation that tfjs comes to while it records. All kernels of tfjs-node end in its binding, so a
 * stand-in for the binding that passes calls on sees them all, gradients and raw operations included.
 */
export class OperationRecorder {
  /** Constants and operations in the order in which they were made. */
  readonly nodes: GraphNode[] = [];
  readonly #backend: NativeBackend;
  readonly #endpoints = new Map<number, Endpoint>();
  /** Data that came from the host while recording: constants. */
  readonly #fresh = new WeakSet<object>();

  constructor(backend: NativeBackend) {
    this.#backend = backend;
  }

  /** The endpoint stands for this tensor in the graph. */
  declare(tensor: Tensor, endpoint: Endpoint): void {
    const [id = -1] = this.#backend.getInputTensorIds([tensor]);
    this.#endpoints.set(id, endpoint);
  }

  /** To be asked while recording, as a tensor from numbers becomes a constant only when it is used. */
  endpointOf(tensor: Tensor): Endpoint {
    const [id = -1] = this.#backend.getInputTensorIds([tensor]);
    return this.#known(id, "A result");
  }

  /** Records what `run` does. @throws {CaptureRefused} when it reads a value or uses a tensor that is not declared */
  during<T>(run: () => T): T {
    const backend = this.#backend;
    const { binding, getInputTensorIds, move } = backend;
    backend.binding = this.#standIn(binding);
    backend.move = (dataId, ...rest) => {
      this.#fresh.add(dataId);
      move.call(backend, dataId, ...rest);
    };
    backend.getInputTensorIds = (tensors) => {
      // What is uploaded now becomes a constant, which numbers from elsewhere must not.
      if (tensors.some(({ dataId }) => this.#isForeign(dataId))) throw fromElsewhere("An operation");
      return getInputTensorIds.call(backend, tensors);
    };
    try {
      return run();
    } finally {
      Object.assign(backend, { binding, getInputTensorIds, move });
    }
  }

  #standIn(binding: NativeBinding): NativeBinding {
    const calls: Pick<NativeBinding, "createTensor" | "tensorDataSync" | "executeOp"> = {
      createTensor: (shape, dtype, values) => {
        if (Array.isArray(values)) throw new CaptureRefused("it uses strings", "Let it compute with numbers only.");
        const id = binding.createTensor(shape, dtype, values);
        this.#add(constantNode(this.#name("Const"), dtype, shape, values), [id]);
        return id;
      },
      tensorDataSync: () => {
        throw new CaptureRefused("it reads a tensor's values on the host", "Let it compute with tensors only.");
      },
      executeOp: (op, attributes, inputs, outputCount) => {
        const node = this.#operation(binding, op, attributes, inputs);
        const outputs = binding.executeOp(op, attributes, inputs, outputCount);
        this.#add(
          node,
          outputs.map((output) => output.id),
        );
        return outputs;
      },
    };
    // The binding's own properties can't be copied or assigned over, only shadowed.
    const shadows = Object.entries(calls).map(([name, value]) => [name, { value }]);
    return Object.create(binding, Object.fromEntries(shadows));
  }

  #operation(binding: NativeBinding, op: string, attributes: OperationAttribute[], inputs: number[]): GraphNode {
    return {
      name: this.#name(op),
      op,
      input: inputs.map((id) => this.#known(id, `Operation ${op}`)),
      attr: Object.fromEntries(attributes.map((each) => [each.name, attributeValue(binding, each)])),
    };
  }

  #add(node: GraphNode, outputs: number[]): void {
    this.nodes.push(node);
    outputs.forEach((id, index) => {
      this.#endpoints.set(id, `${node.name}:${index}`);
    });
  }

  #name(op: string): string {
    return `${op}_${this.nodes.length}`;
  }

  #known(id: number, user: string): Endpoint {
    const endpoint = this.#endpoints.get(id);
    if (endpoint === undefined) throw fromElsewhere(user);
    return endpoint;
  }

  #isForeign(dataId: object): boolean {
    const { tensorMap } = this.#backend;
    return !this.#fresh.has(dataId) && tensorMap.has(dataId) && tensorMap.get(dataId).values !== null;
  }
}

function fromElsewhere(user: string): CaptureRefused {
  return new CaptureRefused(
    `${user} uses a tensor that is neither an input nor made inside`,
    "Declare it as an input or a part of the state.",
  );
}
