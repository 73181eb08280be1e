/** Longer is no message any more: a hostile file can carry names of 64 kB. */
const maxCharacters = 300;

/**
 * Text out of a file, fit for a message, a log and a database: what can't be seen or would change how the rest is shown
 * (control and direction characters, half characters) becomes `�`, and what is too long is cut.
 */
export function printable(text: string): string {
  const seen = text.slice(0, maxCharacters).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return text.length > maxCharacters ? `${seen}…` : seen;
}
