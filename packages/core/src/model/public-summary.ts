import { datasetSummary } from "../schemas.ts";

/**
 * What everybody may know of the data that a released model learned from: how many images, of what, of how many people, and which
 * attributes are known of them. How often each value occurs stays the group's. Null for a summary of another form.
 */
export function publicSummary(stored: unknown) {
  const { data } = datasetSummary.safeParse(stored);
  if (!data) return null;
  const { splits, labels, subjects, subjectsInSeveralSplits, attributes } = data;
  return { splits, labels, subjects, subjectsInSeveralSplits, attributes: attributes.map(({ name }) => name) };
}
