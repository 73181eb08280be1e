import type { LabelAnswer, LabelValue, SampleBox, TaskClass, TaskKind, TaskQuestion } from "../schemas.ts";

interface AskedOf {
  kind: TaskKind;
  classes: readonly TaskClass[];
  questions: readonly TaskQuestion[];
  /** Of the image, in pixels. */
  height: number;
  width: number;
}

const answerKinds = {
  ONE_CLASS: "classes",
  SEVERAL_CLASSES: "classes",
  ORDINAL_CLASS: "classes",
  BOXES: "boxes",
  POLYGONS: "polygons",
  MASKS: "masks",
  QUESTIONS: "none",
} as const satisfies Record<TaskKind, LabelAnswer["kind"]>;

/** Boxes and corners may lie on the edge; what a device rounded may be a hair outside. */
const edgeTolerance = 1e-6;

/** Why a label is no answer to what a task asks; undefined when it is one. One that is not finished may leave things out. */
export function labelProblem(asked: AskedOf, { answer, attributes }: LabelValue, isDone: boolean): string | undefined {
  if (answer.kind !== answerKinds[asked.kind]) return `answer of kind ${answer.kind} to a task of ${asked.kind}`;
  const problem = answerProblem(asked, answer);
  if (problem) return problem;
  for (const [name, value] of Object.entries(attributes)) {
    const question = asked.questions.find((one) => one.name === name);
    if (!question?.values.includes(value)) return `attribute ${name}`;
  }
  if (!isDone) return undefined;
  const isChoice = asked.kind === "ONE_CLASS" || asked.kind === "ORDINAL_CLASS";
  if (isChoice && classIndicesOf(answer).length !== 1) return "no class chosen";
  const open = asked.questions.find(({ name }) => !Object.hasOwn(attributes, name));
  return open && `attribute ${open.name} not answered`;
}

function answerProblem({ kind, classes, height, width }: AskedOf, answer: LabelAnswer): string | undefined {
  const indices = classIndicesOf(answer);
  if (indices.some((index) => index >= classes.length)) return "unknown class";
  if (answer.kind === "classes") {
    if (new Set(indices).size < indices.length) return "class chosen twice";
    if (kind !== "SEVERAL_CLASSES" && indices.length > 1) return "several classes chosen";
  }
  if (answer.kind === "boxes" && !answer.boxes.every((box) => isInside(box, { height, width }))) return "box outside";
  if (answer.kind === "polygons") {
    const points = answer.polygons.flatMap((polygon) => polygon.points);
    const inside = points.every(([left, top]) => isInside({ left, top, width: 0, height: 0 }, { height, width }));
    if (!inside) return "polygon outside";
  }
  if (answer.kind === "masks") {
    const covers = answer.masks.every(({ runs }) => runs.reduce((sum, run) => sum + run, 0) === height * width);
    if (!covers) return "mask of another size";
  }
  return undefined;
}

function classIndicesOf(answer: LabelAnswer): number[] {
  if (answer.kind === "classes") return answer.classIndices;
  if (answer.kind === "boxes") return answer.boxes.map(({ classIndex }) => classIndex);
  if (answer.kind === "polygons") return answer.polygons.map(({ classIndex }) => classIndex);
  return answer.kind === "masks" ? answer.masks.map(({ classIndex }) => classIndex) : [];
}

function isInside(box: Omit<SampleBox, "classIndex">, image: { height: number; width: number }): boolean {
  return (
    box.left >= -edgeTolerance &&
    box.top >= -edgeTolerance &&
    box.left + box.width <= image.width + edgeTolerance &&
    box.top + box.height <= image.height + edgeTolerance
  );
}
