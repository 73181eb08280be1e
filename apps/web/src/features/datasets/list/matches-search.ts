/** Whether every word of the search is in one of the texts; case and accents don't matter. */
export function matchesSearch(search: string, texts: string[]): boolean {
  const plain = texts.map(withoutAccents);
  return withoutAccents(search)
    .split(/\s+/)
    .every((word) => plain.some((text) => text.includes(word)));
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
