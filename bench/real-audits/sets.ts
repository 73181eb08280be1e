/** A real set with attributes. */
export interface RealSet {
  name: string;
  /** What is decided, in words. */
  task: string;
  /** What is known of the set before any audit, and has to be read beside it. */
  note: string;
  /** In the folder of sets: a zip of images with its table, or an .npz with images beside a table of its own. */
  file: string;
  table?: string;
  /** Columns of the table, as `--mapping` takes them, and the side that images are kept at. */
  columns: { label: string; subject: string; mask?: null; attributes: Record<string, null> };
  size: number;
}

export const realSets: readonly RealSet[] = [
  {
    ...{ name: "NIH", task: "normal or abnormal", size: 64 },
    note: "659 training images are too few to learn the task from at this size: what is said of groups is said of a model that hardly tells the classes apart.",
    ...{ file: "cxr_nih1000/nih1000_64.npz", table: "cxr_nih1000/nih1000_64.csv" },
    columns: { label: "abnormal", subject: "patient_id", attributes: { view: null, sex: null } },
  },
  {
    ...{ name: "PAD-UFES-20", task: "benign or malignant", size: 64, file: "skin_padufes20/padufes20_128.zip" },
    note: "Skin type and gender are missing for images that are all benign and were never biopsied, so being missing gives the label away: what differs from the missing group is first of all that.",
    columns: {
      ...{ label: "malignant", subject: "patient_id", mask: null },
      attributes: { fitzpatrick: null, gender: null },
    },
  },
  {
    ...{ name: "COVID X-rays", task: "COVID-19 or not", size: 64, file: "cxr_covid/covid_cxr_256.zip" },
    note: "The finding is finer than the label and decides it: its groups have one class each. Cases come from publications, several images of a patient among them.",
    columns: {
      ...{ label: "covid19", subject: "patient_id", mask: null },
      attributes: { sex: null, view: null, finding: null },
    },
  },
];
