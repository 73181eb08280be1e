import "next-auth";

declare module "next-auth" {
  /** Only who it is: what they may do is read from the database at every request. */
  interface Session {
    user: { id: string };
  }
}
