import os from "node:os";
import path from "node:path";
import type { PackageSource } from "./fetch-package.ts";

/** One wheel of PyPI. */
export interface Wheel {
  name: string;
  version: string;
  sha256: string;
}

/** What an engine on TensorFlow is made of. Every download is held to these hashes. */
export interface Recipe {
  /** Begins the name of the folder that it is built in. */
  kind: "native" | "cuda";
  tfjsNode: PackageSource;
  /** The first is TensorFlow. */
  wheels: readonly [Wheel, ...Wheel[]];
  /** Of all wheels, about. */
  sizeBytes: number;
  /** Where the only wheel can be had without pip. */
  url?: string;
}

/** tfjs-node's backend asks for it when it is loaded. */
export const protobuf: PackageSource = {
  name: "google-protobuf",
  version: "3.21.4",
  integrity: "sha512-MnG7N936zcKTco4Jd2PX2U96Kf9PxygAPKBug+74LHzmHXmceN16MmRcdgZv+DGef/S9YvQAfRsNCn4cjf9yyQ==",
};

/** For the processor. */
export const nativeRecipe: Recipe = {
  kind: "native",
  tfjsNode: {
    name: "@tensorflow/tfjs-node",
    version: "4.22.0",
    integrity: "sha512-uHrXeUlfgkMxTZqHkESSV7zSdKdV0LlsBeblqkuKU9nnfxB1pC6DtoyYVaLxznzZy7WQSegjcohxxCjAf6Dc7w==",
  },
  wheels: [
    {
      name: "tensorflow-cpu",
      version: "2.16.2",
      sha256: "c855cb6bf05d32dd5928086b03a5f6b4189b63c22b95e017703cbee4291023ca",
    },
  ],
  sizeBytes: 214_055_683,
  url: "https://files.pythonhosted.org/packages/c6/d9/f2ff325194b8e8acb6b69f303c838b0486f41b8028ec42261f2eb037a031/tensorflow_cpu-2.16.2-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
};

/** For NVIDIA's GPUs, with the CUDA 12 libraries that TensorFlow names as its own (`tensorflow[and-cuda]`). */
export const cudaRecipe: Recipe = {
  kind: "cuda",
  tfjsNode: {
    name: "@tensorflow/tfjs-node-gpu",
    version: "4.22.0",
    integrity: "sha512-p//NN6DGiN4hInUmIkRffaFVMcdTREUMjPyjW04J7OXvB2zBlQimj61eFKSgRrH3f5TnOfKzb0n56he/B6a4bw==",
  },
  wheels: [
    {
      name: "tensorflow",
      version: "2.18.1",
      sha256: "c9f87e5d2a680a4595f5dc30daf6bbaec9d4129b46d7ef1b2af63c46ac7d2828",
    },
    {
      name: "nvidia-cublas-cu12",
      version: "12.5.3.2",
      sha256: "ca070ad70e9fa6654084575d01bd001f30cc4665e33d4bb9fc8e0f321caa034b",
    },
    {
      name: "nvidia-cuda-cupti-cu12",
      version: "12.5.82",
      sha256: "bde77a5feb66752ec61db2adfe47f56b941842825b4c7e2068aff27c9d107953",
    },
    {
      name: "nvidia-cuda-nvcc-cu12",
      version: "12.5.82",
      sha256: "b03e545b8e8c3ce7ebcd7fc44063180ff52ff01d064ece2127ed90a04ef12cd0",
    },
    {
      name: "nvidia-cuda-nvrtc-cu12",
      version: "12.5.82",
      sha256: "3dbd97b0104b4bfbc3c4f8c79cd2496307c89c43c29a9f83125f1d76296ff3fd",
    },
    {
      name: "nvidia-cuda-runtime-cu12",
      version: "12.5.82",
      sha256: "3e79a060e126df40fd3a068f3f787eb000fa51b251ec6cd97d09579632687115",
    },
    {
      name: "nvidia-cudnn-cu12",
      version: "9.3.0.75",
      sha256: "9ad9c6929ebb5295eb4a1728024666d1c88283373e265a0c5c883e6f9d5cd76d",
    },
    {
      name: "nvidia-cufft-cu12",
      version: "11.2.3.61",
      sha256: "9a6e8df162585750f61983a638104a48c756aa13f9f48e19ab079b38e3c828b8",
    },
    {
      name: "nvidia-curand-cu12",
      version: "10.3.6.82",
      sha256: "2823fb27de4e44dbb22394a6adf53aa6e1b013aca0f8c22867d1cfae58405536",
    },
    {
      name: "nvidia-cusolver-cu12",
      version: "11.6.3.83",
      sha256: "93cfafacde4428b71778eeb092ec615a02a3d05404da1bcf91c53e3fa1bce42b",
    },
    {
      name: "nvidia-cusparse-cu12",
      version: "12.5.1.3",
      sha256: "016df8e993c437e8301e62739f01775cba988fd5253cd4c64173f8e8d2f8e752",
    },
    {
      name: "nvidia-nccl-cu12",
      version: "2.21.5",
      sha256: "8579076d30a8c24988834445f8d633c697d42397e92ffc3f63fa26766d25e0a0",
    },
    {
      name: "nvidia-nvjitlink-cu12",
      version: "12.5.82",
      sha256: "f9b37bc5c8cf7509665cb6ada5aaa0ce65618f2332b7d3e78e9790511f111212",
    },
  ],
  sizeBytes: 2_700_000_000,
};

/** The libraries taken out of the wheel, by their paths in it. */
export const libraryNames = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"] as const;

/** Where builds are kept: one folder for all clones of this project on this machine. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env["DIAPHANE_CACHE"] ?? path.join(os.homedir(), ".cache", "diaphane");
}

/** The folder of the build that this version of the recipe makes; a change of the recipe is another folder. */
export function buildFolder({ kind, tfjsNode, wheels }: Recipe, env: NodeJS.ProcessEnv = process.env): string {
  const name = `${kind}-tfjs${tfjsNode.version}-tf${wheels[0].version}-${process.platform}-${process.arch}`;
  return path.join(cacheRoot(env), name);
}
