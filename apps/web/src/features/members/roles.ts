/** The roles from the least to the most that one may do. */
export const roles = ["ANNOTATOR", "RESEARCHER", "REVIEWER", "OWNER"] as const;

export type Role = (typeof roles)[number];
