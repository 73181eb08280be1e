import { numberedNames } from "./medmnist-names.ts";

const ORGANS = [
  "bladder",
  "left femur",
  "right femur",
  "heart",
  "left kidney",
  "right kidney",
  "liver",
  "left lung",
  "right lung",
  "pancreas",
  "spleen",
];

/** Class names of the single-label sets of MedMNIST v2 (Yang et al. 2023), in label order, by the file's name. */
const KNOWN_SETS: readonly { fileName: RegExp; classes: readonly string[] }[] = [
  { fileName: /pneumoniamnist/i, classes: ["normal", "pneumonia"] },
  { fileName: /breastmnist/i, classes: ["malignant", "normal or benign"] },
  {
    fileName: /dermamnist/i,
    classes: [
      "actinic keratosis or intraepithelial carcinoma",
      "basal cell carcinoma",
      "benign keratosis-like lesion",
      "dermatofibroma",
      "melanoma",
      "melanocytic nevus",
      "vascular lesion",
    ],
  },
  {
    fileName: /retinamnist/i,
    classes: [
      "no retinopathy",
      "mild retinopathy",
      "moderate retinopathy",
      "severe retinopathy",
      "proliferative retinopathy",
    ],
  },
  {
    fileName: /octmnist/i,
    classes: ["choroidal neovascularisation", "diabetic macular oedema", "drusen", "normal"],
  },
  {
    fileName: /pathmnist/i,
    classes: [
      "adipose",
      "background",
      "debris",
      "lymphocytes",
      "mucus",
      "smooth muscle",
      "normal colon mucosa",
      "cancer-associated stroma",
      "colorectal adenocarcinoma epithelium",
    ],
  },
  {
    fileName: /bloodmnist/i,
    classes: [
      "basophil",
      "eosinophil",
      "erythroblast",
      "immature granulocyte",
      "lymphocyte",
      "monocyte",
      "neutrophil",
      "platelet",
    ],
  },
  {
    fileName: /tissuemnist/i,
    classes: [
      "collecting duct or connecting tubule",
      "distal convoluted tubule",
      "glomerular endothelial cell",
      "interstitial endothelial cell",
      "leukocyte",
      "podocyte",
      "proximal tubule segment",
      "thick ascending limb",
    ],
  },
  { fileName: /organ[acs]mnist/i, classes: ORGANS },
];

/**
 * Names for labels 0 … greatestLabel: those of the MedMNIST set that the file's name tells, when it has as many
 * classes or more; otherwise "class 0", "class 1", …
 */
export function medMnistClasses(fileName: string, greatestLabel: number): string[] {
  const known = KNOWN_SETS.find((set) => set.fileName.test(fileName));
  if (known && greatestLabel < known.classes.length) return [...known.classes];
  return numberedNames(greatestLabel + 1);
}
