/** What the sentence of an error's code is filled with. */
export type ErrorValues = Record<string, string | number>;

/** An error of the rules, not of the program: `code` is translated, with `values`, for whoever asked. */
export abstract class DomainError extends Error {
  readonly code: string;
  readonly values: ErrorValues;

  constructor(code: string, values: ErrorValues = {}) {
    super(Object.keys(values).length === 0 ? code : `${code} ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
  }
}

/** It is not there, or not the actor's: the same answer, so that nobody learns which. */
export class NotFoundError extends DomainError {
  override name = "NotFoundError";

  constructor(entity: string) {
    super("not-found", { entity });
  }
}

/** The actor sees it, but may not do this with it. */
export class ForbiddenError extends DomainError {
  override name = "ForbiddenError";
}

/** What came in can't be right. */
export class InvalidInputError extends DomainError {
  override name = "InvalidInputError";
}

/** It is right in itself, but not in the state that things are in. */
export class ConflictError extends DomainError {
  override name = "ConflictError";
}
