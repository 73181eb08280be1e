import type { LabelValue } from "@diaphane/core/schemas";
import { describe, expect, it } from "vitest";
import { addImages, emptySession, moveTo, nextOpen, redo, type Said, say, settle, undo } from "./session.ts";

const value = (...classIndices: number[]): LabelValue => {
  return { answer: { kind: "classes", classIndices }, attributes: {}, note: "" };
};
const nothing: Said = { value: value(), isDone: false };
const done = (index: number): Said => ({ value: value(index), isDone: true });
const image = (id: string, said = nothing) => {
  return { assignmentId: id, sampleIndex: 0, sequence: 0, operationId: null, said };
};
const started = addImages(
  emptySession,
  ["a", "b", "c"].map((id) => image(id)),
);
const saidOf = (session: typeof started) => session.images.map(({ said }) => said);

describe("a session", () => {
  it("takes images once, in their order", () => {
    const more = addImages(started, [image("b", done(1)), image("d")]);
    expect(more.images.map(({ assignmentId }) => assignmentId)).toEqual(["a", "b", "c", "d"]);
    expect(more.images[1]?.said).toEqual(nothing);
  });

  it("numbers changes, each on the one before", () => {
    const once = say(started, "b", done(1), "first");
    const twice = say(once, "b", done(0), "second");
    expect(once.images[1]).toMatchObject({ sequence: 1, operationId: "first", said: done(1) });
    expect(twice.images[1]).toMatchObject({ sequence: 2, operationId: "second", said: done(0) });
    expect(twice.images[0]).toBe(started.images[0]);
  });

  it("finds the next image that is not done, or the end", () => {
    const all = ["a", "c"].reduce((session, id) => say(session, id, done(0), id), started);
    expect([nextOpen(all, 0), nextOpen(all, 2)]).toEqual([1, 3]);
    expect(moveTo(all, 9).position).toBe(3);
    expect(moveTo(all, -1).position).toBe(0);
  });

  it("takes back and brings again without end, as changes of their own, where they were made", () => {
    const both = moveTo(say(say(started, "a", done(0), "1"), "b", done(1), "2"), 2);
    const one = undo(both, "3");
    expect([saidOf(one), one.position]).toEqual([[done(0), nothing, nothing], 1]);
    expect(one.images[1]).toMatchObject({ sequence: 2, operationId: "3" });
    const none = undo(one, "4");
    expect([saidOf(none), none.position]).toEqual([[nothing, nothing, nothing], 0]);
    expect(undo(none, "5")).toBe(none);
    const again = redo(redo(none, "6"), "7");
    expect(saidOf(again)).toEqual(saidOf(both));
    expect(again.images[1]).toMatchObject({ sequence: 3, operationId: "7" });
    expect(redo(again, "8")).toBe(again);
  });

  it("forgets what was taken back once something else is said", () => {
    const other = say(undo(say(started, "a", done(0), "1"), "2"), "a", done(1), "3");
    expect(redo(other, "4")).toBe(other);
  });

  it("goes on from what a decided conflict left", () => {
    const before = say(say(started, "a", done(0), "1"), "b", done(0), "2");
    const settled = settle(before, { ...image("a", done(1)), sequence: 4, operationId: "theirs" });
    expect(settled.images[0]).toMatchObject({ sequence: 4, said: done(1) });
    expect(undo(undo(settled, "5"), "6").images[0]).toMatchObject({ sequence: 4 });
  });
});
