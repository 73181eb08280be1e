import os from "node:os";
import path from "node:path";

/** What the native engine is made of. Every download is held to these hashes. */
export const recipe = {
  tfjsNode: {
    version: "4.22.0",
    integrity: "sha512-uHrXeUlfgkMxTZqHkESSV7zSdKdV0LlsBeblqkuKU9nnfxB1pC6DtoyYVaLxznzZy7WQSegjcohxxCjAf6Dc7w==",
  },
  /** tfjs-node's backend asks for it when it is loaded. */
  protobuf: {
    version: "3.21.4",
    integrity: "sha512-MnG7N936zcKTco4Jd2PX2U96Kf9PxygAPKBug+74LHzmHXmceN16MmRcdgZv+DGef/S9YvQAfRsNCn4cjf9yyQ==",
  },
  tensorflow: {
    version: "2.16.2",
    sha256: "c855cb6bf05d32dd5928086b03a5f6b4189b63c22b95e017703cbee4291023ca",
    sizeBytes: 214_055_683,
    url: "https://files.pythonhosted.org/packages/c6/d9/f2ff325194b8e8acb6b69f303c838b0486f41b8028ec42261f2eb037a031/tensorflow_cpu-2.16.2-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
  },
} as const;

/** The libraries taken out of the wheel, by their paths in it. */
export const libraryNames = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"] as const;

/** Where builds are kept: one folder for all clones of this project on this machine. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env["DIAPHANE_CACHE"] ?? path.join(os.homedir(), ".cache", "diaphane");
}

/** The folder of the build that this version of the recipe makes; a change of the recipe is another folder. */
export function buildFolder(env: NodeJS.ProcessEnv = process.env): string {
  const name = `native-tfjs${recipe.tfjsNode.version}-tf${recipe.tensorflow.version}-${process.platform}-${process.arch}`;
  return path.join(cacheRoot(env), name);
}
