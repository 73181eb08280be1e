import { readdirSync } from "node:fs";

/** Whether this machine may have a GPU at all: Linux names each of them in /dev, elsewhere only its driver knows. */
export function hasGraphicsDevice(platform: NodeJS.Platform = process.platform, folder = "/dev"): boolean {
  if (platform !== "linux") return true;
  const names = [...namesIn(folder), ...namesIn(`${folder}/dri`)];
  return names.some((name) => /^(renderD\d+|nvidia\d+|dxg|mali\d*)$/.test(name));
}

/** Whether NVIDIA's driver names a GPU. */
export function hasNvidiaGpu(platform: NodeJS.Platform = process.platform, folder = "/dev"): boolean {
  return platform === "linux" && namesIn(folder).some((name) => /^nvidia\d+$/.test(name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
