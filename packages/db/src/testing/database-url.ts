import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** A database on the tests' server from which others can be made and dropped. */
    databaseAdminUrl: string;
  }
}

/** The migrated, empty database that suites copy. */
export const templateName = "diaphane_template";

/** `url` with another database's name. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
