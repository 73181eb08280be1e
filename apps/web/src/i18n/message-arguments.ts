/**
 * The arguments and tags of an ICU message, sorted: `"{count, plural, one {# image} other {# images}} of {name}"` gives
 * `["count:plural", "name"]`. What is inside of the branches counts too.
 */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  scan(message, found);
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`);
  return [...found].sort();
}

function scan(text: string, found: Set<string>): void {
  for (const inside of braces(text)) {
    const [name = "", kind, ...rest] = inside.split(",");
    found.add(kind ? `${name.trim()}:${kind.trim()}` : name.trim());
    // The branches of a plural or a select hold messages of their own.
    for (const branch of braces(rest.join(","))) scan(branch, found);
  }
}

/** What stands in the outermost braces. */
function braces(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{" && depth++ === 0) start = at + 1;
    if (text[at] === "}" && --depth === 0) parts.push(text.slice(start, at));
  }
  if (depth !== 0) throw new Error(`Braces don't match in "${text}"`);
  return parts;
}
