/** A real set with attributes. */
export interface RealSet {
  name: string;
  /** What is decided, in words. */
  task: string;
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
    ...{ file: "cxr_nih1000/nih1000_64.npz", table: "cxr_nih1000/nih1000_64.csv" },
    columns: { label: "abnormal", subject: "patient_id", attributes: { view: null, sex: null } },
  },
  {
    ...{ name: "PAD-UFES-20", task: "benign or malignant", size: 64, file: "skin_padufes20/padufes20_128.zip" },
    columns: {
      ...{ label: "malignant", subject: "patient_id", mask: null },
      attributes: { fitzpatrick: null, gender: null },
    },
  },
  {
    ...{ name: "COVID X-rays", task: "COVID-19 or not", size: 64, file: "cxr_covid/covid_cxr_256.zip" },
    columns: {
      ...{ label: "covid19", subject: "patient_id", mask: null },
      attributes: { sex: null, view: null, finding: null },
    },
  },
];
