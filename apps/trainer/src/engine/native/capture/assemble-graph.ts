import {
  type AttributeValue,
  constantNode,
  type Endpoint,
  type GraphNode,
  shapeValue,
  sourceOf,
} from "./graph-node.ts";

/** A tensor's type, TensorFlow's own number of it, and shape. */
export interface TensorType {
  dtype: number;
  shape: readonly number[];
}

/** Names of what a session is fed with and asked for. */
export const endpoints = {
  /** Fed to set a part of the state; all parts are set by asking for `initialised`. */
  initial: (name: string): Endpoint => `initial/${name}:0`,
  initialised: "initialised:0" as Endpoint,
  input: (name: string): Endpoint => `input/${name}:0`,
  output: (name: string): Endpoint => `output/${name}:0`,
  /** Asking for it, or for any output, with all inputs fed takes one step. */
  stepped: "stepped:0" as Endpoint,
  /** A part of the state; asking for it changes nothing. */
  state: (name: string): Endpoint => `state/${name}/read:0`,
};

export interface StepGraph {
  state: Record<string, TensorType>;
  inputs: Record<string, TensorType>;
  /** Operations that compute the two below from `endpoints.state` and `endpoints.input`. */
  nodes: GraphNode[];
  nextState: Record<string, Endpoint>;
  outputs: Record<string, { from: Endpoint; dtype: number }>;
}

/** A graph of resource variables with three uses: set the state, take a step, read the state. Operations that no result needs are left out. */
export function assembleGraph(graph: StepGraph): GraphNode[] {
  const inputs = Object.entries(graph.inputs).map(([name, type]) => placeholder(endpoints.input(name), type));
  const setters: GraphNode[] = [];
  const assigns: GraphNode[] = [];
  const variables: GraphNode[] = [];
  for (const [name, type] of Object.entries(graph.state)) {
    variables.push(variable(name, type), readVariable(name, type));
    const fed = placeholder(endpoints.initial(name), type);
    setters.push(fed, assign(`initial/${name}/assign`, name, type, endpoints.initial(name)));
    const next = graph.nextState[name];
    if (next === undefined) throw new Error(`The step gives no next value of its state ${name}.`);
    if (next === endpoints.state(name)) continue;
    const assigned = assign(`state/${name}/assign`, name, type, next);
    // The step computes with the value before it.
    assigned.input.push(`^${sourceOf(endpoints.state(name))}`);
    assigns.push(assigned);
  }
  const isSet = signal(
    endpoints.initialised,
    setters.filter((node) => node.op === assignOperation),
  );
  const stepped = signal(endpoints.stepped, assigns);
  const outputs = Object.entries(graph.outputs).map(
    ([name, { from, dtype }]): GraphNode => ({
      ...{ name: sourceOf(endpoints.output(name)), op: "Identity" },
      ...{ input: [from, `^${stepped.name}`], attr: { T: { type: dtype } } },
    }),
  );
  const computing = neededBy([...assigns, ...outputs], graph.nodes);
  return [...variables, ...setters, isSet, ...inputs, ...computing, ...assigns, stepped, ...outputs];
}

const int32 = 3;
const assignOperation = "AssignVariableOp";

function placeholder(endpoint: Endpoint, { dtype, shape }: TensorType): GraphNode {
  const attr = { dtype: { type: dtype }, shape: { shape: shapeValue(shape) } };
  return { name: sourceOf(endpoint), op: "Placeholder", input: [], attr };
}

function variable(name: string, { dtype, shape }: TensorType): GraphNode {
  const shared: AttributeValue = { s: new TextEncoder().encode(name) };
  const attr = { dtype: { type: dtype }, shape: { shape: shapeValue(shape) }, shared_name: shared };
  return { name: `state/${name}`, op: "VarHandleOp", input: [], attr };
}

function readVariable(name: string, { dtype }: TensorType): GraphNode {
  const input: Endpoint[] = [`state/${name}:0`];
  return { name: sourceOf(endpoints.state(name)), op: "ReadVariableOp", input, attr: { dtype: { type: dtype } } };
}

function assign(node: string, variableName: string, { dtype }: TensorType, value: Endpoint): GraphNode {
  const input: Endpoint[] = [`state/${variableName}:0`, value];
  return { name: node, op: assignOperation, input, attr: { dtype: { type: dtype } } };
}

/** A number to ask for, as the binding can ask for tensors only, that comes when all of `nodes` have run. */
function signal(endpoint: Endpoint, nodes: GraphNode[]): GraphNode {
  const node = constantNode(sourceOf(endpoint), int32, [], Int32Array.of(1));
  return { ...node, input: nodes.map(({ name }): `^${string}` => `^${name}`) };
}

/** The nodes that `wanted` come from, directly or not, in their order. */
function neededBy(wanted: GraphNode[], nodes: GraphNode[]): GraphNode[] {
  const needed = new Set(wanted.flatMap((node) => node.input.map(sourceOf)));
  // Inputs stand before what uses them, so one pass from the end finds all.
  for (const node of nodes.toReversed()) {
    if (needed.has(node.name)) for (const input of node.input) needed.add(sourceOf(input));
  }
  return nodes.filter((node) => needed.has(node.name));
}
