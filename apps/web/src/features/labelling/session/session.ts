import type { LabelValue } from "@diaphane/core/schemas";

/** What a person says of an image, and whether they are done with it. */
export interface Said {
  value: LabelValue;
  isDone: boolean;
}

/** One image in hand; `sequence` and `operationId` are of the change that the next one is made on. */
export interface SessionImage {
  assignmentId: string;
  sampleIndex: number;
  sequence: number;
  operationId: string | null;
  said: Said;
}

interface Step {
  assignmentId: string;
  before: Said;
  after: Said;
}

/** A person at work: the images in their order, which one is shown, and what can be taken back. */
export interface Session {
  images: readonly SessionImage[];
  position: number;
  undo: readonly Step[];
  redo: readonly Step[];
}

export const emptySession: Session = { images: [], position: 0, undo: [], redo: [] };

/** Adds images that are not there yet, behind the others. */
export function addImages(session: Session, images: readonly SessionImage[]): Session {
  const known = new Set(session.images.map(({ assignmentId }) => assignmentId));
  return { ...session, images: [...session.images, ...images.filter(({ assignmentId }) => !known.has(assignmentId))] };
}

/** Shows another image, or the end behind the last one. */
export function moveTo(session: Session, position: number): Session {
  return { ...session, position: Math.max(0, Math.min(session.images.length, position)) };
}

/** The first image from `from` on that is not done; the end when all are. */
export function nextOpen({ images }: Session, from: number): number {
  const found = images.findIndex(({ said }, position) => position >= from && !said.isDone);
  return found === -1 ? images.length : found;
}

/** Says something else of an image. What was taken back before can't be brought again then. */
export function say(session: Session, assignmentId: string, said: Said, operationId: string): Session {
  const before = session.images.find((image) => image.assignmentId === assignmentId)?.said;
  if (!before) return session;
  const changed = change(session, assignmentId, said, operationId);
  return { ...changed, undo: [...session.undo, { assignmentId, before, after: said }], redo: [] };
}

/** Takes the last change back and shows its image. The taking back is a change of its own. */
export function undo(session: Session, operationId: string): Session {
  const step = session.undo.at(-1);
  if (!step) return session;
  const changed = show(change(session, step.assignmentId, step.before, operationId), step.assignmentId);
  return { ...changed, undo: session.undo.slice(0, -1), redo: [...session.redo, step] };
}

/** Makes the change again that was taken back last. */
export function redo(session: Session, operationId: string): Session {
  const step = session.redo.at(-1);
  if (!step) return session;
  const changed = show(change(session, step.assignmentId, step.after, operationId), step.assignmentId);
  return { ...changed, redo: session.redo.slice(0, -1), undo: [...session.undo, step] };
}

/** Puts in place what an image's label is since a conflict was decided; what can be taken back of it is no more. */
export function settle(session: Session, settled: SessionImage): Session {
  const { assignmentId } = settled;
  return {
    ...session,
    images: session.images.map((image) => (image.assignmentId === assignmentId ? settled : image)),
    undo: session.undo.filter((step) => step.assignmentId !== assignmentId),
    redo: session.redo.filter((step) => step.assignmentId !== assignmentId),
  };
}

function change(session: Session, assignmentId: string, said: Said, operationId: string): Session {
  const images = session.images.map((image) => {
    if (image.assignmentId !== assignmentId) return image;
    return { ...image, said, operationId, sequence: image.sequence + 1 };
  });
  return { ...session, images };
}

function show(session: Session, assignmentId: string): Session {
  const position = session.images.findIndex((image) => image.assignmentId === assignmentId);
  return moveTo(session, position);
}
