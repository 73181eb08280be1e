import type { DataType, KernelBackend, Tensor, TensorInfo } from "@tensorflow/tfjs-core";

/** A tensor of TensorFlow's, by the number that the binding gave it; `dtype` is TensorFlow's own number of a type. */
export interface TensorMetadata {
  id: number;
  shape: number[];
  dtype: number;
}

/** An attribute of an operation; `type` is one of the binding's `TF_ATTR_` numbers. */
export interface OperationAttribute {
  name: string;
  type: number;
  value: unknown;
}

/** tfjs-node's compiled binding: every kernel ends in `executeOp`, every upload in `createTensor`. */
export interface NativeBinding {
  readonly TF_Version: string;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_SHAPE: number;
  readonly TF_FLOAT: number;
  createTensor(shape: number[], dtype: number, values: ArrayBufferView | Uint8Array[]): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): ArrayBufferView;
  executeOp(name: string, attributes: OperationAttribute[], inputs: number[], outputCount: number): TensorMetadata[];
  /** Gives the number of a session. */
  loadSavedModel(folder: string, tags: string): number;
  /** @param inputNames,outputNames `node:output`, joined by commas */
  runSavedModel(session: number, inputs: number[], inputNames: string, outputNames: string): TensorMetadata[];
  deleteSavedModel(session: number): void;
}

/** The parts of tfjs-node's backend that recording and replaying need. */
export interface NativeBackend extends KernelBackend {
  binding: NativeBinding;
  readonly isUsingGpuDevice: boolean;
  /** What is known of a tensor's data; its `values` lie on the host until they are first used. */
  readonly tensorMap: { has(dataId: object): boolean; get(dataId: object): { values: unknown } };
  /** Uploads what still lies on the host, and gives TensorFlow's numbers. */
  getInputTensorIds(tensors: readonly TensorInfo[]): number[];
  /** TensorFlow's number of a type. */
  getDTypeInteger(dtype: DataType): number;
  createOutputTensor(metadata: TensorMetadata): Tensor;
  /** Takes values from the host in, without uploading them yet; every new tensor from numbers comes by here. */
  move(dataId: object, values: unknown, shape: number[], dtype: string, refCount: number): void;
}
