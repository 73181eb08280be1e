/** Data that don't fit the network or contradict themselves. */
export class InvalidImageSet extends Error {
  override name = "InvalidImageSet";
}
