import { connect } from "node:net";

export interface DatabaseCheck {
  /** `embedded` when no DATABASE_URL names another. */
  kind: "embedded" | "external";
  isReachable: boolean;
  detail: string;
}

const timeoutMs = 3000;

/** Whether something listens where DATABASE_URL points; never prints the password in it. */
export async function checkDatabase(url: string | undefined): Promise<DatabaseCheck> {
  if (!url) return { kind: "embedded", isReachable: false, detail: "" };
  if (!URL.canParse(url)) return { kind: "external", isReachable: false, detail: "DATABASE_URL is not an address" };
  const { hostname, port } = new URL(url);
  const address = `${hostname || "localhost"}:${port || "5432"}`;
  const failure = await tryConnecting(hostname || "localhost", Number(port || 5432));
  return { kind: "external", isReachable: failure === undefined, detail: failure ?? address };
}

function tryConnecting(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const finish = (failure?: string) => {
      socket.destroy();
      resolve(failure);
    };
    socket.once("connect", () => finish());
    socket.once("timeout", () => finish(`${host}:${port} is silent`));
    socket.once("error", (error) => finish(error.message));
  });
}
