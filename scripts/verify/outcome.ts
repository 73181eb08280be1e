/** How many checks of one part passed and failed. */
export interface Outcome {
  passed: number;
  failed: number;
}
