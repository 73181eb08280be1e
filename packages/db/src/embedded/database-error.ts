/** The database could not be had; the message says what to do. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
}
