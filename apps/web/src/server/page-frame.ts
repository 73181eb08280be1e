/** What stands around a page: the site's header and footer, those of a server on one's own machine, or nothing. */
export type PageFrame = "site" | "explore" | "embed";

/** How proxy.ts tells the layout, which does not know the address. */
export const pageFrameHeader = "x-page-frame";

export function pageFrameOf(pathname: string): PageFrame {
  if (pathname.startsWith("/embed/")) return "embed";
  return pathname === "/explore" ? "explore" : "site";
}
