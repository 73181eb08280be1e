/** The newest of a group's log, without what is done too often to be told one by one. */
export function activityQuery(group: string) {
  return { group, limit: 12, without: ["label.save", "assignment.take"] };
}
