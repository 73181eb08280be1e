import * as tf from "@tensorflow/tfjs-core";
import { type CompiledStep, compileStep, type NamedTensors } from "./step-runner.ts";

/** A pure function of weights and of any number of rows, whose results have as many rows. */
export type RowFunction = (weights: NamedTensors, rows: tf.Tensor) => NamedTensors;

export interface RowRunnerOptions {
  weights: NamedTensors;
  compute: RowFunction;
  /** Shape of one row of the input. */
  rowShape: readonly number[];
  /** Rows that go through the engine at once when nothing is compiled. */
  eagerRows: number;
}

/** Results of some rows on the host. */
export type RowValues = (output: string) => Float32Array | Int32Array | Uint8Array;

/** Applies a function to any number of rows, a batch at a time, and holds no tensor between calls but the weights that are the caller's. */
export interface RowRunner {
  /**
   * @param values of the rows from `from` on, on the host
   * @param use gets the results of each batch, in order
   */
  run(
    count: number,
    values: (from: number, rows: number) => Float32Array,
    use: (results: RowValues, from: number, rows: number) => void,
  ): Promise<void>;
  /** Weights of the same names and shapes from now on. */
  setWeights(weights: NamedTensors): void;
  dispose(): void;
}

/** Rows of a compiled call; the last one of a run is filled up with zeros. */
const compiledRows = 64;

/**
 * Compiling takes some tenths of a second, which fewer rows do not win back. Only the number of rows decides, never what ran before, so that the
 * same call always rounds alike.
 */
const compiledFrom = 256;

/** Compiled for `compiledFrom` rows and more where the engine in use offers that, else operation by operation. */
export function createRowRunner({ weights, compute, rowShape, eagerRows }: RowRunnerOptions): RowRunner {
  let current = weights;
  /** Undefined until it is asked for. */
  let compiled: CompiledStep | undefined;
  return {
    async run(count, values, use) {
      if (count >= compiledFrom) compiled ??= compileRows(compute, current, rowShape);
      const runner = count >= compiledFrom ? compiled?.runner : undefined;
      const atOnce = runner ? compiledRows : eagerRows;
      for (let from = 0; from < count; from += atOnce) {
        const rows = Math.min(atOnce, count - from);
        const size = runner ? compiledRows : rows;
        const outputs = tf.tidy(() => {
          const input = rowTensor(values(from, rows), size, rowShape);
          return runner ? runner.step({ rows: input }) : compute(current, input);
        });
        use(await resultsOf(outputs, rows), from, rows);
      }
    },
    setWeights(next) {
      current = next;
      compiled?.runner?.write(next);
    },
    dispose: () => compiled?.runner?.dispose(),
  };
}

function compileRows(compute: RowFunction, weights: NamedTensors, rowShape: readonly number[]): CompiledStep {
  const example = { rows: tf.zeros([compiledRows, ...rowShape]) };
  try {
    return compileStep(
      (state, { rows }) => {
        if (rows === undefined) throw new Error("A compiled function was run without its rows.");
        return { state, outputs: compute(state, rows) };
      },
      weights,
      example,
    );
  } finally {
    tf.dispose(example);
  }
}

function rowTensor(values: Float32Array, rows: number, rowShape: readonly number[]): tf.Tensor {
  const size = rowShape.reduce((product, side) => product * side, rows);
  if (values.length === size) return tf.tensor(values, [rows, ...rowShape]);
  const padded = new Float32Array(size);
  padded.set(values);
  return tf.tensor(padded, [rows, ...rowShape]);
}

/** Reads all outputs, lets the tensors go, and leaves the rows of the padding out. */
async function resultsOf(outputs: NamedTensors, rows: number): Promise<RowValues> {
  const found = new Map<string, Float32Array | Int32Array | Uint8Array>();
  for (const [name, tensor] of Object.entries(outputs)) {
    const values = await tensor.data();
    const [all = rows] = tensor.shape;
    found.set(name, values.subarray(0, (values.length / all) * rows));
    tensor.dispose();
  }
  return (name) => {
    const values = found.get(name);
    if (values === undefined) throw new Error(`The function has no result named ${name}.`);
    return values;
  };
}
