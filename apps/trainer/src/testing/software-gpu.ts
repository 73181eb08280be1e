import { existsSync, globSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Folders in which Chromium brings SwiftShader, a Vulkan driver that computes in software, and a Vulkan loader. */
const chromiumFolders = [
  "/usr/lib/chromium*",
  "/opt/google/chrome",
  path.join(os.homedir(), ".cache/ms-playwright/chromium-*/chrome-linux*"),
];

/** Environment in which a new process finds SwiftShader and no other GPU; undefined where no Chromium is installed. */
export function softwareGpu(): NodeJS.ProcessEnv | undefined {
  const folder = globSync(chromiumFolders).find((found) => existsSync(path.join(found, "vk_swiftshader_icd.json")));
  if (!folder) return undefined;
  return { LD_LIBRARY_PATH: folder, VK_ICD_FILENAMES: path.join(folder, "vk_swiftshader_icd.json") };
}
