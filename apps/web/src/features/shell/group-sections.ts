import { type AnyRole, can, type Scope } from "@diaphane/core/permissions";

const scopeOf = {
  home: "group:read",
  data: "dataset:read",
  label: "task:read",
  models: "model:read",
  bias: "analysis:read",
  reviews: "audit:read",
  members: "member:read",
  log: "audit-event:read",
} as const satisfies Record<string, Scope>;

export type GroupSection = keyof typeof scopeOf;

const sections: readonly GroupSection[] = ["home", "data", "label", "models", "bias", "reviews", "members", "log"];

/** The parts of a group that a role may see: nobody is led to a page that is not there for them. */
export function sectionsFor(role: AnyRole): GroupSection[] {
  return sections.filter((section) => can(role, scopeOf[section]));
}

export function sectionAddress(slug: string, section: GroupSection): string {
  return section === "home" ? `/g/${slug}` : `/g/${slug}/${section}`;
}
