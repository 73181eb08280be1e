/** An import that the worker ended without a version of the data set. */
export class ImportEnded extends Error {
  override readonly name = "ImportEnded";
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
