/**
 * Why the cached build can't work on this machine, or undefined when it can.
 * TensorFlow's wheel is for 64-bit Intel and AMD processors and for the GNU C library.
 */
export function unsupportedReason(
  platform = process.platform,
  arch = process.arch,
  glibc = glibcVersion(),
): string | undefined {
  if (platform !== "linux" || arch !== "x64") {
    return `no ready-made library for ${platform}-${arch} (npm install @tensorflow/tfjs-node in this folder, and it will be used)`;
  }
  if (!glibc) return "TensorFlow needs the GNU C library, which this Linux does not use";
  const [major = 0, minor = 0] = glibc.split(".").map(Number);
  return major === 2 && minor < 17 ? `TensorFlow needs GNU C library 2.17 or newer, here is ${glibc}` : undefined;
}

function glibcVersion(): string | undefined {
  const report: { header?: { glibcVersionRuntime?: string } } = Object(process.report.getReport());
  return report.header?.glibcVersionRuntime;
}
