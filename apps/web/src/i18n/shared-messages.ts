import type { Messages, namespaces } from "./messages.ts";

/** What components in the browser say outside of a group's pages: a visitor's first page carries no more than these. */
export const sharedNamespaces = [
  "auth",
  "common",
  "errors",
  "gallery",
  "lab",
  "latents",
  "members",
  "settings",
  "shell",
] as const satisfies readonly (typeof namespaces)[number][];

/** Those of all texts. */
export function sharedMessages(messages: Partial<Messages>): Partial<Messages> {
  return Object.fromEntries(sharedNamespaces.map((name) => [name, messages[name]]));
}
