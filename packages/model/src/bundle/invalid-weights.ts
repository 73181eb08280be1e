/** A weights file that is not what it says it is. */
export class InvalidWeights extends Error {
  override name = "InvalidWeights";
}
