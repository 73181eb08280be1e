import protobuf from "protobufjs/light.js";
import { onnxOpset } from "./parts.ts";

/** Values of a tensor that is part of a graph. */
export interface OnnxTensor {
  name: string;
  dims: number[];
  /** Signed 64-bit where they are shapes and the like. */
  values: Float32Array | BigInt64Array;
}

export type OnnxAttribute = number | string | readonly number[];

export interface OnnxNode {
  operator: string;
  inputs: string[];
  outputs: string[];
  /** Whole numbers become integers: none of the operators used here takes a floating-point attribute. */
  attributes: Record<string, OnnxAttribute>;
}

/** An input or output: float32, with the first dimension open. */
export interface OnnxValue {
  name: string;
  /** Without the batch. */
  dims: number[];
  description: string;
}

export interface OnnxGraph {
  name: string;
  nodes: OnnxNode[];
  tensors: OnnxTensor[];
  inputs: OnnxValue[];
  outputs: OnnxValue[];
}

export interface OnnxModel {
  graph: OnnxGraph;
  description: string;
  metadata: Record<string, string>;
}

/** The IR version that came with ONNX 1.12. */
const irVersion = 8;

const dataType = { float: 1, int64: 7 };
const attributeType = { int: 2, string: 3, ints: 7 };

const field = (id: number, type: string) => ({ id, type });
const many = (id: number, type: string) => ({ id, type, rule: "repeated" });

/** The messages of the official onnx.proto (IR version 8) with the fields that are written here, under their numbers there. */
const schema = protobuf.Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        irVersion: field(1, "int64"),
        producerName: field(2, "string"),
        docString: field(6, "string"),
        graph: field(7, "GraphProto"),
        opsetImport: many(8, "OperatorSetIdProto"),
        metadataProps: many(14, "StringStringEntryProto"),
      },
    },
    OperatorSetIdProto: { fields: { domain: field(1, "string"), version: field(2, "int64") } },
    StringStringEntryProto: { fields: { key: field(1, "string"), value: field(2, "string") } },
    GraphProto: {
      fields: {
        node: many(1, "NodeProto"),
        name: field(2, "string"),
        initializer: many(5, "TensorProto"),
        input: many(11, "ValueInfoProto"),
        output: many(12, "ValueInfoProto"),
      },
    },
    NodeProto: {
      fields: {
        input: many(1, "string"),
        output: many(2, "string"),
        name: field(3, "string"),
        opType: field(4, "string"),
        attribute: many(5, "AttributeProto"),
      },
    },
    AttributeProto: {
      fields: {
        name: field(1, "string"),
        i: field(3, "int64"),
        s: field(4, "bytes"),
        ints: many(8, "int64"),
        type: field(20, "int32"),
      },
    },
    TensorProto: {
      fields: {
        dims: many(1, "int64"),
        dataType: field(2, "int32"),
        name: field(8, "string"),
        rawData: field(9, "bytes"),
      },
    },
    ValueInfoProto: {
      fields: { name: field(1, "string"), type: field(2, "TypeProto"), docString: field(3, "string") },
    },
    TypeProto: { fields: { tensorType: field(1, "TensorType") } },
    TensorType: { fields: { elemType: field(1, "int32"), shape: field(2, "TensorShapeProto") } },
    TensorShapeProto: { fields: { dim: many(1, "Dimension") } },
    Dimension: { fields: { dimValue: field(1, "int64"), dimParam: field(2, "string") } },
  },
});
const modelProto = schema.lookupType("ModelProto");

/** An .onnx file. The same model always gives the same bytes. */
export function encodeOnnx({ graph, description, metadata }: OnnxModel): Uint8Array {
  const message = {
    ...{ irVersion, producerName: "diaphane", docString: description },
    opsetImport: [{ domain: "", version: onnxOpset }],
    metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    graph: {
      name: graph.name,
      node: graph.nodes.map(nodeMessage),
      initializer: graph.tensors.map(tensorMessage),
      input: graph.inputs.map(valueMessage),
      output: graph.outputs.map(valueMessage),
    },
  };
  return modelProto.encode(modelProto.create(message)).finish();
}

function nodeMessage({ operator, inputs, outputs, attributes }: OnnxNode) {
  const attribute = Object.entries(attributes).map(([name, value]) => {
    if (typeof value === "number") return { name, type: attributeType.int, i: value };
    if (typeof value === "string") return { name, type: attributeType.string, s: new TextEncoder().encode(value) };
    return { name, type: attributeType.ints, ints: value };
  });
  return { input: inputs, output: outputs, name: outputs[0], opType: operator, attribute };
}

/** Every machine that this runs on keeps numbers as the file wants them, the lowest byte first. */
function tensorMessage({ name, dims, values }: OnnxTensor) {
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, dims, rawData, dataType: values instanceof Float32Array ? dataType.float : dataType.int64 };
}

function valueMessage({ name, dims, description }: OnnxValue) {
  const dim = [{ dimParam: "batch" }, ...dims.map((size) => ({ dimValue: size }))];
  return { name, docString: description, type: { tensorType: { elemType: dataType.float, shape: { dim } } } };
}
