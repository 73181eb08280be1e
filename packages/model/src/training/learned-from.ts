import type { Bundle } from "../bundle/open-bundle.ts";
import { sha256 } from "../bundle/sha256.ts";
import type { ImageSet, TrainingData } from "../images/image-set.ts";
import { OverlapRefused, refuseOverlap } from "../overlap/refuse-overlap.ts";
import { InvalidSeenList, joinSeen, readSeenList, type SeenList, saltOf, seenIn } from "../overlap/seen-list.ts";

export interface OverlapRequest {
  data: TrainingData;
  dataHash: string;
  /** The model that training starts from. */
  parent: Bundle | undefined;
  allowOverlap: boolean;
  unrelatedSubjects: boolean;
}

/**
 * What the model to train will have learned from, its parent's images and subjects included.
 * @throws OverlapRefused when it would be scored on some of that; InvalidSeenList for a parent whose list is damaged
 */
export async function learnedFrom(request: OverlapRequest): Promise<SeenList> {
  const { data, parent, allowOverlap } = request;
  const before = parent && (await parentsList(parent, allowOverlap));
  const own = await seenIn([data.train], before?.salt ?? saltOf(request.dataHash));
  if (!allowOverlap) {
    const withSubjects = !request.unrelatedSubjects;
    const test = new Map<string, ImageSet>(data.test ? [["test", data.test]] : []);
    await refuseOverlap(test, own, { learned: "the training set", withSubjects: true });
    if (before) {
      const scored = new Map([["validation", data.validation], ...test]);
      await refuseOverlap(scored, before, { learned: "what the pre-trained model has learned from", withSubjects });
    }
  }
  return before ? joinSeen(before, own) : own;
}

async function parentsList({ manifest, seen }: Bundle, allowOverlap: boolean): Promise<SeenList | undefined> {
  if (manifest.seen === undefined || seen === undefined) {
    if (allowOverlap) return undefined;
    throw new OverlapRefused(
      "The pre-trained model does not say what it has learned from, so that nobody knows whether it is scored on some of that. Train it anew, or allow overlaps.",
    );
  }
  if ((await sha256(seen)) !== manifest.seen.sha256) {
    throw new InvalidSeenList(
      "The list of what the pre-trained model has seen is not the one that its model.json names.",
    );
  }
  return readSeenList(seen);
}
