/** A part of its own: a bias report as a page that stands alone, for the command line and for downloads. */
export { describeFinding } from "./describe-finding.ts";
export { type Language, languages, messagesOf } from "./messages.ts";
export { reportHtml } from "./report-html.ts";
