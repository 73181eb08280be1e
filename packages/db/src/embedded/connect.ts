import { Client } from "pg";
import { DatabaseError } from "./database-error.ts";

/** Runs `action` on one connection of its own. @throws DatabaseError when there is no connection */
export async function withConnection<T>(url: string, action: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // An error between queries (the server stops) reaches the next query too; without a listener it ends the process.
  client.on("error", () => undefined);
  await client.connect().catch((cause: Error) => {
    const { host, port } = client;
    throw new DatabaseError(
      `PostgreSQL at ${host}:${port} can't be reached: ${cause.message}. Start it, or correct DATABASE_URL.`,
      { cause },
    );
  });
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}

/** Whether a server answers at `url` and lets us in. */
export async function canConnect(url: string): Promise<boolean> {
  try {
    await withConnection(url, (client) => client.query("SELECT 1"));
    return true;
  } catch {
    return false;
  }
}

/** Makes the database `name` on the server unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withConnection(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}
