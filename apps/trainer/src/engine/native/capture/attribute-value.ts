import type { NativeBinding, OperationAttribute } from "../native-backend.ts";
import { type AttributeValue, shapeValue } from "./graph-node.ts";

/** An attribute in the binding's form, as TensorFlow writes it in a graph. */
export function attributeValue(binding: NativeBinding, { name, type, value }: OperationAttribute): AttributeValue {
  switch (type) {
    case binding.TF_ATTR_TYPE:
      return { type: numberOf(value) };
    case binding.TF_ATTR_INT:
      return Array.isArray(value) ? { list: { i: value.map(numberOf) } } : { i: numberOf(value) };
    case binding.TF_ATTR_FLOAT:
      return Array.isArray(value) ? { list: { f: value.map(numberOf) } } : { f: numberOf(value) };
    case binding.TF_ATTR_BOOL:
      return Array.isArray(value) ? { list: { b: value.map(Boolean) } } : { b: Boolean(value) };
    case binding.TF_ATTR_STRING:
      return { s: new TextEncoder().encode(String(value)) };
    case binding.TF_ATTR_SHAPE:
      if (Array.isArray(value)) return { shape: shapeValue(value.map(numberOf)) };
  }
  throw new Error(`Attribute ${name} of type ${type} has no form in a graph.`);
}

function numberOf(value: unknown): number {
  if (typeof value !== "number")
    throw new Error(`An attribute holds ${String(value)} where TensorFlow needs a number.`);
  return value;
}
