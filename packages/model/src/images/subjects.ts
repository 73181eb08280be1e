/**
 * Subjects of a set's images, so that each image has one: who is not named counts as a person of his own.
 * @param subjects `[count]`, null where nobody is named
 */
export function namedSubjects(subjects: readonly (string | null)[]): string[] {
  return subjects.map((subject, row) => subject ?? `unnamed ${row}`);
}
