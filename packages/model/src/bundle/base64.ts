/** Bytes to base64, in the browser too. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  // Spreading all at once would overflow the stack.
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text);
}

/** Base64 to bytes. Throws for what is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
