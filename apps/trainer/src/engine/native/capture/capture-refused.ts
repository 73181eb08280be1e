import { NotCompiled } from "@diaphane/model";

/** The step does something that a graph can't hold. */
export class CaptureRefused extends NotCompiled {
  constructor(what: string, remedy: string) {
    super(`The step can't be captured as a graph: ${what}. ${remedy}`);
  }
}
